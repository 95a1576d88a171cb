import type { Redirection, SyntaxNode } from 'unbash'
import type { Command } from '../../model/command.ts'
import type { Source, Span } from '../../model/position.ts'
import { unbash } from '../packages.ts'
import { CONSTRUCTS, isCommand } from './constructs.ts'
import { assign, assignmentOf, type Dialect, scriptOf } from './drafts.ts'
import { Flow } from './flow.ts'
import { baseName, type Draft, draftOf, makeCommand, type Position } from './make.ts'
import { Scope, type Variables } from './variables.ts'
import { PLACEHOLDER, type Script, type Word } from './word.ts'
import { SHELLS, unwrap, type Wrapped } from './wrappers.ts'

type Statements = Extract<SyntaxNode, { type: 'Script' }>['commands']
type Of<T extends SyntaxNode['type']> = Extract<SyntaxNode, { type: T }>

// `sudo env sh -c "sh -c …"` goes no deeper in anything a person wrote; hostile text is cut off here.
const DEEPEST = 12

const OUTSIDE: Position = { wrappers: [], within: [], place: 1, length: 1, after: '', before: '' }

/**
 * Every simple command of a POSIX or bash script, in the order of the text: those of lists, pipelines, groups, loops, functions and
 * substitutions, and those that `sudo`, `env`, `xargs`, `sh -c '…'` and the like run. What does not parse is read as far as it goes.
 *
 * `at` gives the offset in the source of the character at an offset of the text; `known` the variables that are set from outside.
 */
export function readScript(
  text: string,
  at: (offset: number) => number,
  source: Source,
  known: Variables = new Map(),
  dialect: Dialect = 'bash',
): Command[] {
  const reader = new Reader(dialect)
  reader.script({ text, at, source }, OUTSIDE, new Scope(known), 0)
  return reader.commands()
}

/** The same for a command whose words are given: the exec form. `span` is where they stand in the script. */
export function readExec(words: readonly Word[], script: Script, span: Span, known: Variables = new Map()): Command[] {
  const reader = new Reader()
  reader.draft({ words, assignments: [], redirects: [], ...span }, script, OUTSIDE, new Scope(known), 0)
  return reader.commands()
}

class Reader {
  readonly #dialect: Dialect
  readonly #flow = new Flow()
  readonly #found: { readonly command: Command; readonly start: number }[] = []

  constructor(dialect: Dialect = 'bash') {
    this.#dialect = dialect
  }

  commands(): Command[] {
    const all = this.#found.sort((a, b) => a.start - b.start).map((one) => one.command)
    for (const [index, command] of all.entries())
      Object.defineProperty(command, 'index', { value: BigInt(index), enumerable: true, configurable: true })
    return all
  }

  script(script: Script, position: Position, scope: Scope, depth: number): Command[] {
    return this.#list(unbash().parse(script.text).commands, script, position, scope, depth)
  }

  #list(statements: Statements, script: Script, position: Position, scope: Scope, depth: number): Command[] {
    return statements.flatMap((statement, index) => {
      const previous = statements[index - 1]
      const after = previous ? (previous.background ? '&' : ';') : ''
      const before = statement.background ? '&' : index < statements.length - 1 ? ';' : ''
      return this.#node(statement.command, script, { ...position, place: 1, length: 1, after, before }, scope, depth)
    })
  }

  #node(node: SyntaxNode, script: Script, position: Position, scope: Scope, depth: number): Command[] {
    switch (node.type) {
      case 'Command':
        return this.#command(node, script, position, scope, depth)
      case 'AndOr':
        return this.#andOr(node, script, position, scope, depth)
      case 'Pipeline':
        return this.#pipeline(node, script, position, scope, depth)
      case 'Redirected': {
        const inside = this.#node(node.command, script, position, scope, depth)
        for (const redirect of node.redirects) this.#substitutions(redirect, script, inside, scope, depth)
        return inside
      }
      case 'BraceGroup':
        return this.#list(node.body.commands, script, within(position, 'group'), scope, depth)
      case 'Subshell':
        return this.#list(node.body.commands, script, within(position, 'subshell'), scope.copy(), depth)
      default:
        return this.#compound(node, script, position, scope, depth)
    }
  }

  #andOr(node: Of<'AndOr'>, script: Script, position: Position, scope: Scope, depth: number): Command[] {
    return node.commands.flatMap((command, index) => {
      const after = node.operators[index - 1] ?? position.after
      const before = node.operators[index] ?? position.before
      const here = { ...position, after, before }
      if (after !== '||') return this.#node(command, script, here, scope, depth)
      const branch = scope.copy()
      const found = this.#node(command, script, here, branch, depth)
      scope.forget(branch)
      return found
    })
  }

  #pipeline(node: Of<'Pipeline'>, script: Script, position: Position, scope: Scope, depth: number): Command[] {
    const length = node.commands.length
    let previous: Command[] = []
    return node.commands.flatMap((command, index) => {
      const after = node.operators[index - 1] ?? position.after
      const before = node.operators[index] ?? position.before
      const inside = length > 1 ? scope.copy() : scope
      const found = this.#node(command, script, { ...position, place: index + 1, length, after, before }, inside, depth)
      if (index > 0) this.#flow.connect(previous, found, 'pipe')
      previous = found
      return found
    })
  }

  // Loops, branches, functions: what they assign may not have happened when they are through.
  #compound(node: SyntaxNode, script: Script, position: Position, scope: Scope, depth: number): Command[] {
    const inner = scope.copy()
    if ((node.type === 'For' || node.type === 'Select') && node.name) inner.set(node.name.value, undefined)
    const here = within(position, CONSTRUCTS[node.type] ?? 'group')
    const found: Command[] = []
    unbash().forEachChild(node as Of<'If'>, (child) => {
      const branch = node.type === 'If' || node.type === 'Case' || node.type === 'Elif'
      const own = branch && child !== (node as Of<'If'>).clause ? inner.copy() : inner
      if (child.type === 'CompoundList') found.push(...this.#list(child.commands, script, here, own, depth))
      else if (child.type === 'Elif' || child.type === 'CaseItem') found.push(...this.#compound(child, script, position, own, depth))
      else if (isCommand(child)) found.push(...this.#node(child, script, here, own, depth))
      else this.#substitutions(child, script, [], own, depth)
      if (own !== inner) inner.forget(own)
    })
    scope.forget(inner)
    return found
  }

  #command(node: Of<'Command'>, script: Script, position: Position, scope: Scope, depth: number): Command[] {
    const draft = draftOf(node, script, scope)
    const found = this.draft(draft, script, position, scope, depth)
    for (const part of [...node.prefix, ...(node.name ? [node.name] : []), ...node.suffix])
      this.#substitutions(part, script, found, scope, depth)
    assign(draft, scope, this.#dialect)
    return found
  }

  /** The command itself and what it runs. */
  draft(draft: Draft, script: Script, position: Position, scope: Scope, depth: number): Command[] {
    // `sh -c "$(curl …)"`: what the substitution prints is no command that anybody can name.
    if (draft.words[0]?.template.startsWith(PLACEHOLDER) && depth > 0) return []
    const command = makeCommand(draft, position, script, scope, this.#flow)
    this.#found.push({ command, start: script.at(draft.start) })
    const found = [command]
    if (depth >= DEEPEST) return found
    const name = baseName(draft.words[0])
    const stdin = draft.redirects.filter((one) => one.type === 'HereDoc' || one.type === 'HereString')
    for (const wrapped of unwrap(name, draft.words.slice(1), stdin.length > 0)) {
      const here = { ...position, wrappers: [...position.wrappers, name] }
      if (wrapped.kind === 'command') found.push(...this.#wrapped(wrapped, draft, script, here, scope, depth))
      else if (wrapped.kind === 'script') found.push(...this.script(scriptOf(wrapped.words, script), here, scope.copy(), depth + 1))
      else for (const one of stdin) found.push(...this.#document(one, script, here, scope, depth))
    }
    return found
  }

  #wrapped(
    wrapped: Extract<Wrapped, { kind: 'command' }>,
    draft: Draft,
    script: Script,
    position: Position,
    scope: Scope,
    depth: number,
  ): Command[] {
    const first = wrapped.assignments[0] ?? wrapped.words[0]
    const inside: Draft = {
      words: wrapped.words,
      assignments: wrapped.assignments.map(assignmentOf),
      redirects: SHELLS.has(baseName(wrapped.words[0])) ? draft.redirects : [],
      start: first?.offsets[0] ?? draft.start,
      end: draft.end,
    }
    return this.draft(inside, script, position, scope, depth + 1)
  }

  // The body of a here-document that a shell reads is a script of its own.
  #document(node: Redirection, script: Script, position: Position, scope: Scope, depth: number): Command[] {
    if (node.type !== 'HereDoc') return []
    const { pos, end } = node.body
    return this.script(
      { text: script.text.slice(pos, end), source: script.source, at: (offset) => script.at(pos + offset) },
      position,
      scope.copy(),
      depth + 1,
    )
  }

  // $(…), `…`, <(…): their output reaches the command whose words they stand in; that of the command reaches >(…).
  #substitutions(node: SyntaxNode, script: Script, owner: readonly Command[], scope: Scope, depth: number): void {
    const open: SyntaxNode[] = [node]
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.type !== 'CommandExpansion' && next.type !== 'ProcessSubstitution' && next.type !== 'ArithmeticCommandExpansion') {
        unbash().forEachChild(next, (child) => open.push(child))
        continue
      }
      if (!next.script || depth >= DEEPEST) continue
      const { pos } = next
      const inner =
        next.script.source === undefined ? script : { text: next.script.source, source: script.source, at: () => script.at(pos) }
      const found = this.#list(next.script.commands, inner, { ...OUTSIDE, within: ['substitution'] }, scope.copy(), depth + 1)
      const process = next.type === 'ProcessSubstitution'
      if (process && next.type === 'ProcessSubstitution' && next.operator === '>') this.#flow.connect(owner, found, 'process-substitution')
      else this.#flow.connect(found, owner, process ? 'process-substitution' : 'substitution')
    }
  }
}

function within(position: Position, construct: string): Position {
  return { ...position, within: [...position.within, construct] }
}

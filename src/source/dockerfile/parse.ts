import type { Directive, Dockerfile, DockerfileFault, FaultKind, Instruction } from '../../model/dockerfile.ts'
import type { SyntaxFault } from '../../model/document.ts'
import type { Source, Span } from '../../model/position.ts'
import { originAt } from '../origins.ts'
import { convert } from './convert.ts'
import { parseInstruction, takesHeredocs } from './instruction.ts'
import { readLines } from './lines.ts'
import { isBoolean } from './numbers.ts'
import { refusal } from './refusals.ts'

/** Reads a Dockerfile as BuildKit does. Never throws: what cannot be read is a fault, and the rest is read. */
export function parseDockerfile(source: Source): Dockerfile {
  const read = readLines(source, takesHeredocs)
  const { directives, pieces, lines, fault } = read
  const faults = new Faults(source, directives.some(isOtherFrontend) ? 'unknown' : 'fail')
  const taken: Instruction[] = []
  const instructions = lines.map((line) => {
    const parsed = parseInstruction(line, read.escape)
    const refused = parsed.fault ? { message: parsed.fault, kind: 'parse' as const } : refusal(parsed.instruction)
    if (refused) faults.add(firstWord(parsed.instruction), refused.message, refused.kind)
    else taken.push(parsed.instruction)
    return parsed.instruction
  })
  if (fault) faults.add(fault.span, fault.message, 'parse')
  for (const directive of directives) {
    const wrong = directive.name === 'check' ? checkFault(directive.value) : undefined
    if (wrong) faults.add(directive.span, wrong, 'parse')
  }
  const end = pieces.at(-1)?.span.start ?? 0
  if (!fault) orderFaults(instructions, taken, faults, { start: end, end })
  // What the conversion refuses in a file with holes may be the holes' doing.
  const holes = faults.all.length > 0
  const stages = convert(taken, source, read.escape, (instruction, message, kind = 'parse') => {
    if (!holes) faults.add(firstWord(instruction), message, kind)
  })
  const whole = { start: 0, end: source.text.length }
  return { source, origin: originAt(source, whole), escape: read.escape, pieces, directives, instructions, stages, faults: faults.all }
}

// `# syntax=` may name a frontend with a language of its own.
function isOtherFrontend({ name, value }: Directive): boolean {
  return name === 'syntax' && !/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@\s]|$)/.test(value)
}

// `# check=skip=RuleA,RuleB;error=true`
function checkFault(value: string): string | undefined {
  for (const part of value.split(';')) {
    const [key = '', setting] = part.split(/=(.*)/s)
    if (setting === undefined || !['skip', 'experimental', 'error'].includes(key.trim()))
      return `\`${part.trim()}\` is no option of a check: write skip=RULE,… or error=true`
    if (key.trim() === 'error' && !isBoolean(setting.trim())) return `error=${setting.trim()} is neither true nor false`
  }
  return undefined
}

// BuildKit names the line where an instruction begins, which is before its keyword when that line is nothing but a continuation.
function firstWord(instruction: Instruction): Span {
  const { span, key } = instruction
  return span.start === key.start ? key : { start: span.start, end: span.start }
}

class Faults {
  readonly #source: Source
  readonly #answer: SyntaxFault['answer']
  readonly #found = new Map<number, DockerfileFault>()

  constructor(source: Source, answer: SyntaxFault['answer']) {
    this.#source = source
    this.#answer = answer
  }

  get all(): DockerfileFault[] {
    return [...this.#found.values()].sort((a, b) => a.span.start - b.span.start)
  }

  /** The first of an instruction only: the others may follow from it. */
  add(span: Span, message: string, kind: FaultKind): void {
    if (!this.#found.has(span.start))
      this.#found.set(span.start, { ...this.#source.place(span), message, answer: this.#answer, kind, span })
  }
}

function orderFaults(instructions: readonly Instruction[], taken: readonly Instruction[], faults: Faults, end: Span): void {
  const first = taken.find((one) => one.name !== 'arg')
  if (first) {
    if (first.name !== 'from')
      faults.add(firstWord(first), `${first.keyword.toUpperCase()} stands before the first FROM: only ARG and comments may`, 'order')
  } else if (!instructions.length) faults.add(end, 'the file has no instructions: begin with FROM', 'order')
  else if (taken.length === instructions.length)
    faults.add(instructions[0]?.key ?? end, 'the file has no FROM: write one, such as FROM scratch', 'order')
}

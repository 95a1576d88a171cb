import type { CiContext } from '../../model/ci.ts'
import type { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import { originAt } from '../origins.ts'
import { groovyTokens, type Token } from './groovy.ts'
import { contextOf, masked, pipelineFiles, type Reader, split, used } from './pipeline.ts'
import { within } from './script.ts'

const FILES = /(?:^|\/)(?:Jenkinsfile(?:[.-][\w-]+)*|[\w.-]+\.jenkinsfile)$/i

/** Jenkinsfiles, declarative and scripted: their `sh` steps, the images they run in, and what other steps are called. */
export function readJenkins(sources: Sources, reader: Reader): void {
  for (const source of pipelineFiles(sources, FILES)) new Jenkinsfile(source, reader).read()
}

/** A pair of braces, with what stands before it. */
interface Block {
  readonly name: string
  readonly stage: string
  readonly folder: string
  readonly blocking: boolean
  off: boolean
}

interface Arguments {
  /** The first text that has no name. */
  readonly first: Token | undefined
  readonly named: ReadonlyMap<string, Token>
}

/** What has a meaning of its own, or none: no step. */
const STRUCTURE =
  /^(?:agent|allOf|always|any|anyOf|bat|catch|catchError|class|cleanup|def|dir|docker|dockerfile|echo|else|environment|error|expression|failure|finally|for|if|image|import|label|library|new|node|not|options|parallel|parameters|pipeline|post|println|pwsh|return|script|sh|stage|stages|steps|success|throw|timeout|timestamps|tools|triggers|try|unstable|when|while|withEnv|cron|pollSCM|githubPush)$/

class Jenkinsfile {
  readonly #source: Source
  readonly #reader: Reader
  readonly #tokens: readonly Token[]
  readonly #blocks: Block[] = []
  readonly #triggers: readonly string[]

  constructor(source: Source, reader: Reader) {
    this.#source = source
    this.#reader = reader
    this.#tokens = groovyTokens(source.text)
    const isTimed = this.#tokens.some(({ kind, text }, index) => kind === 'word' && text === 'cron' && this.#argumentsAt(index + 1).first)
    this.#triggers = isTimed ? ['push', 'schedule'] : ['push']
  }

  read(): void {
    let statement = 0
    this.#tokens.forEach((token, index) => {
      if (token.kind === 'mark' && token.text === '{') this.#open(statement, index)
      else if (token.kind === 'mark' && token.text === '}') this.#blocks.pop()
      else if (token.kind === 'word') this.#word(token, index)
      if (token.kind === 'line' || /^[{};]$/.test(token.text)) statement = index + 1
    })
  }

  #open(statement: number, brace: number): void {
    const outer = this.#blocks.at(-1)
    const head = this.#tokens.slice(statement, Math.min(brace, statement + 50))
    const given = head.find(({ kind }) => kind === 'string')
    const isOff = head.map(({ text }) => text).join('') === 'if(false)'
    const first = head[0]?.text ?? ''
    if (this.#isNever(first, brace)) for (const block of this.#blocks.slice(-1)) block.off = true
    this.#blocks.push({
      name: first,
      stage: first === 'stage' && given ? given.text : (outer?.stage ?? 'pipeline'),
      folder: first === 'dir' && given ? (within(outer?.folder ?? '.', given.text) ?? '.') : (outer?.folder ?? '.'),
      blocking: (outer?.blocking ?? true) && first !== 'catchError' && first !== 'warnError',
      off: (outer?.off ?? false) || isOff,
    })
  }

  // `when { expression { false } }`: the stage around it never runs.
  #isNever(name: string, brace: number): boolean {
    if (name !== 'when') return false
    const words = this.#tokens
      .slice(brace + 1, brace + 12)
      .filter(({ kind }) => kind !== 'line')
      .map(({ text }) => text)
      .join(' ')
    return /^expression \{ (?:return )?false ;? ?\} \}/.test(words)
  }

  #word(token: Token, index: number): void {
    const block = this.#blocks.at(-1)
    if (block?.off || this.#tokens[index - 1]?.text === '.') return
    const context: CiContext = {
      ...contextOf('jenkins', this.#source.path, block?.stage ?? 'pipeline', this.#triggers),
      blocking: block?.blocking ?? true,
    }
    if (token.text === 'sh') this.#shell(index, context, block?.folder ?? '.')
    if (token.text === 'docker' || (token.text === 'image' && block?.name === 'docker')) this.#image(index, context)
    const before = this.#tokens[index - 1]
    const begins = before === undefined || before.kind === 'line' || /^[{};]$/.test(before.text)
    if (begins && !STRUCTURE.test(token.text)) this.#step(token, index, context)
  }

  #shell(index: number, context: CiContext, folder: string): void {
    const { first, named } = this.#argumentsAt(index + 1)
    const string = named.get('script') ?? first
    if (string?.kind !== 'string') return
    const script = { text: string.text, at: string.at, source: this.#source, folder }
    const tolerated = named.get('returnStatus')?.text === 'true'
    const own = tolerated ? { ...context, blocking: false } : context
    this.#reader.script(string.expands ? masked(script, /\$\{[^}\n]{0,500}\}/g) : script, own, {})
  }

  // `docker.image('x').inside`, `docker { image 'x' }`, `docker 'x'`, `docker.withRegistry('https://x', 'login')`.
  #image(index: number, context: CiContext): void {
    const [dot, method] = [this.#tokens[index + 1], this.#tokens[index + 2]]
    if (dot?.text === '.' && method?.text === 'withRegistry') {
      const registry = this.#argumentsAt(index + 3).first
      this.#reader.step(used(context, { uses: method.text, name: registry?.text ?? '' }), originAt(this.#source, method))
      return
    }
    const from = dot?.text === '.' ? (method?.text === 'image' ? index + 3 : undefined) : index + 1
    const image = from === undefined ? undefined : this.#argumentsAt(from).first
    if (image) this.#reader.step(used(context, split(image.text)), originAt(this.#source, image))
  }

  #step(token: Token, index: number, context: CiContext): void {
    const next = this.#tokens[index + 1]
    if (next?.text === '=' || next?.text === '.' || next?.text === '{' || next?.kind === 'line') return
    const { first, named } = this.#argumentsAt(index + 1)
    if (!first && named.size === 0 && next?.text !== '(') return
    const inputs = Object.fromEntries([...named].map(([name, value]) => [name, value.text]))
    this.#reader.step(used(context, { uses: token.text, name: first?.text ?? '', with: inputs }), originAt(this.#source, token))
  }

  /** `'x'`, `('x')`, `script: 'x', label: "y"`: up to the closing parenthesis, or the line's end. */
  #argumentsAt(index: number): Arguments {
    const named = new Map<string, Token>()
    let first: Token | undefined
    let depth = 0
    for (let at = index; at < this.#tokens.length && at < index + 200; at++) {
      const token = this.#tokens[at]
      const before = this.#tokens[at - 1]
      if (!token || (depth === 0 && (token.text === '{' || token.text === '}' || (token.kind === 'line' && before?.text !== ',')))) break
      if (token.kind === 'mark' && /^[([]$/.test(token.text)) depth++
      if (token.kind === 'mark' && /^[)\]]$/.test(token.text) && --depth <= 0) break
      if (depth > 1 || token.kind === 'mark' || token.kind === 'line') continue
      if (before?.text === ':') named.set(this.#tokens[at - 2]?.text ?? '', token)
      else if (token.kind === 'string' && this.#tokens[at + 1]?.text !== ':') first ??= token
    }
    return { first, named }
  }
}

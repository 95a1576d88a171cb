import type { Target } from '../config/settings.ts'
import type { Subject } from '../model/subject.ts'
import { globMatcher } from '../source/globs.ts'

/** A subject with the targets and the workload it lies in, by their numbers; worked out once, not for each rule. */
export interface Placed {
  readonly subject: Subject
  readonly targets: readonly number[]
  /** -1 for what lies in no workload. */
  readonly workload: number
  /** It was to be judged and lies in no target: its findings are counted, and count for none. */
  readonly outside: boolean
}

/** Puts subjects into targets by the path of their file. What belongs to the repository as a whole is shared by all targets. */
export class Placing {
  readonly #matches: readonly ((path: string) => boolean)[]
  readonly #isSubject: (path: string) => boolean
  readonly #everywhere: readonly number[]
  readonly #byFile = new Map<string, readonly number[]>()
  readonly #numbers = new Map<string, number>()
  /** By number. */
  readonly workloads: { readonly name: string; readonly file: string; readonly targets: readonly number[] }[] = []

  constructor(targets: readonly Target[], isSubject: (path: string) => boolean) {
    this.#matches = targets.map((target) => globMatcher(withPositive(target.paths), { anyDepth: false }))
    this.#everywhere = targets.map((_, index) => index)
    this.#isSubject = isSubject
    this.#byFile.set('.', this.#everywhere)
  }

  place(subject: Subject): Placed {
    const targets = this.targetsOf(subject.file)
    const outside = targets.length === 0 && this.#isSubject(subject.file)
    return { subject, targets, workload: this.#workloadOf(subject), outside }
  }

  targetsOf(file: string): readonly number[] {
    let targets = this.#byFile.get(file)
    if (!targets) {
      targets = this.#isSubject(file) ? this.#everywhere.filter((index) => this.#matches[index]?.(file)) : []
      this.#byFile.set(file, targets)
    }
    return targets
  }

  /** Files that were to be judged and lie in no target, sorted. */
  outside(): readonly string[] {
    return [...this.#byFile].flatMap(([file, targets]) => (targets.length === 0 && this.#isSubject(file) ? [file] : [])).sort()
  }

  #workloadOf({ workload, file }: Subject): number {
    if (workload === undefined) return -1
    // The same name may be deployed from two files: two workloads.
    const key = `${file}\n${workload}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.workloads.push({ name: workload, file, targets: this.targetsOf(file) }) - 1
    this.#numbers.set(key, number)
    return number
  }
}

function withPositive(globs: readonly string[]): readonly string[] {
  return globs.some((glob) => !glob.startsWith('!')) ? globs : ['.', ...globs]
}

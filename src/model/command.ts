/** `-o file` is one flag with a value; `-qy` is two flags; `--yes` and `-y` are told apart by their dashes. */
export interface CommandFlag {
  /** With its dashes: `-k`, `--insecure`. */
  readonly name: string
  /** '' where it has none. */
  readonly value: string
}

export interface CommandAssignment {
  readonly name: string
  readonly value: string
}

export interface CommandRedirect {
  readonly operator: string
  /** The file descriptor as written, else the operator's own: 0 for input, 1 for output. */
  readonly descriptor: bigint
  /** The file, or the word of a here-string; the delimiter of a here-document. */
  readonly target: string
}

/** A package that a command installs. */
export interface CommandPackage {
  /** As written, and its parts: `curl=7.88.1` is `curl` of version `7.88.1`; '' where no version is written. */
  readonly spec: string
  readonly name: string
  readonly version: string
  readonly kind: 'package' | 'file' | 'url'
}

/** What a command does with a package manager. */
export interface CommandPackages {
  /** `apt`, `apk`, `yum`, `dnf`, `microdnf`, `tdnf`, `zypper`, `pip`, `pipx`, `uv`, `npm`, `yarn`, `pnpm`, `gem`, `go`, `cargo`, `conda`; '' for others. */
  readonly manager: string
  /** `install`, `update` (the index), `upgrade`, `remove`, `clean`; '' for others. */
  readonly action: string
  /** Whether it answers every question with yes. */
  readonly yes: boolean
  /** A regular expression for the folders that hold what it downloads. */
  readonly cache: string
  readonly packages: readonly CommandPackage[]
}

/** Another command that reads this one's output, or whose output this one reads. */
export interface CommandLink {
  readonly via: 'pipe' | 'substitution' | 'process-substitution'
  readonly command: Command
}

/**
 * One simple command, as rules see it. What depends on a variable that is not known is a getter that throws `Unsettled`.
 * Carries its origin, and its lists and objects theirs.
 */
export interface Command {
  /** The command's base name: `curl` for `/usr/bin/curl`; '' where there are only assignments or redirections. */
  readonly name: string
  /** Its place among the commands of its script, from 0. */
  readonly index: bigint
  /** The command as written, quotes and all. */
  readonly text: string
  /** Every word after the name. */
  readonly arguments: readonly string[]
  readonly flags: readonly CommandFlag[]
  /** The words that are neither flags nor their values. */
  readonly operands: readonly string[]
  /** The first operand; '' where there is none. */
  readonly subcommand: string
  readonly assignments: readonly CommandAssignment[]
  readonly packages: CommandPackages
  readonly redirects: readonly CommandRedirect[]
  /** Names of the commands that run this one, outermost first: `['sudo']`, `['sh']` for what stands in `sh -c '…'`. */
  readonly wrappers: readonly string[]
  readonly pipeline: { readonly position: bigint; readonly length: bigint }
  /** What stands before it in its list: '', '&&', '||', ';', '|', '|&', '&'. */
  readonly after: string
  /** What stands after it in its list. */
  readonly before: string
  /** The constructs around it, outermost first: `if`, `for`, `while`, `case`, `function`, `subshell`, `group`, `substitution`. */
  readonly within: readonly string[]
  /** Commands whose output reaches this one, nearest first. */
  readonly inputs: readonly CommandLink[]
  /** Commands that this one's output reaches, nearest first. */
  readonly outputs: readonly CommandLink[]
}

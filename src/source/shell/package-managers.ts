/** What a package manager's subcommand does. */
export type PackageAction = 'install' | 'update' | 'upgrade' | 'remove' | 'clean'

export interface PackageManager {
  /** Its canonical name, which its other commands share. */
  readonly name: string
  readonly commands: readonly string[]
  /** Subcommands, of one word or more, by what they do: `update` refreshes the index, `upgrade` the packages. */
  readonly actions: Readonly<Partial<Record<PackageAction, readonly string[]>>>
  /** What installs without a subcommand: `yarn` alone. */
  readonly bare?: PackageAction
  /** Flags that answer every question with yes. */
  readonly yes: readonly string[]
  /** How a version follows a package's name. */
  readonly version: RegExp
  /** Matches the folders that hold what it downloads, and those above them: what a cache is mounted on, or `rm -rf` takes away. */
  readonly cache: string
}

// `/*` and a slash may follow; `/var/cache` holds them all.
function under(...folders: readonly string[]): string {
  return `^(/var/cache|${folders.join('|')})(/|/[*])?$`
}

// Below whatever home: `/root`, `/home/app`, `$HOME`, `~`.
function home(...folders: readonly string[]): string {
  return `(^|/)(${folders.map((folder) => folder.replaceAll('.', '[.]')).join('|')})(/|/[*])?$`
}

// With the short forms that dnf has for them.
const RPM_ACTIONS: PackageManager['actions'] = {
  install: ['install', 'in', 'localinstall', 'groupinstall', 'group install', 'module install', 'reinstall', 'rei', 'swap'],
  update: ['makecache', 'mc', 'check-update', 'check-upgrade', 'makecache fast', 'makecache timer'],
  upgrade: ['update', 'up', 'upgrade', 'upgrade-minimal', 'update-minimal', 'up-min', 'distro-sync', 'dsync', 'update-to', 'upgrade-to'],
  remove: ['remove', 'rm', 'erase', 'autoremove', 'groupremove'],
  clean: ['clean'],
}
const RPM = { actions: RPM_ACTIONS, yes: ['-y', '--assumeyes'], version: /-(?:\d+:)?v?\d[\w.+~^]*(?:-[\w.+~^]+)?$|[*]$|\s[<>=]+\s/ }
const DNF = under('/var/cache/(lib)?dnf5?', '/var/cache/yum', '/var/lib/dnf')
// The last @ that is not the first character: a scope of npm begins with one. `owner/name#commit` is of GitHub.
const NODE_VERSION = /(?<!^)@(?=[^@/]+$)|#/
const NPM_INSTALL = 'install i add in ins inst isntall ci clean-install install-clean it install-test cit install-ci-test'.split(' ')

/** One table for all rules about packages. */
export const PACKAGE_MANAGERS: readonly PackageManager[] = [
  {
    name: 'apt',
    commands: ['apt-get', 'apt', 'aptitude'],
    actions: {
      install: ['install', 'reinstall', 'build-dep', 'satisfy'],
      update: ['update'],
      upgrade: ['upgrade', 'dist-upgrade', 'full-upgrade', 'safe-upgrade', 'dselect-upgrade'],
      remove: ['remove', 'purge', 'autoremove', 'auto-remove', 'autopurge'],
      clean: ['clean', 'autoclean', 'auto-clean', 'distclean', 'dist-clean'],
    },
    yes: ['-y', '--yes', '--assume-yes', '--force-yes'],
    version: /=|\//,
    cache: under('/var/lib/apt(/lists)?', '/var/cache/apt(/archives)?'),
  },
  {
    name: 'apk',
    commands: ['apk'],
    actions: { install: ['add', 'fix'], update: ['update'], upgrade: ['upgrade'], remove: ['del'], clean: ['cache'] },
    yes: [],
    version: /[=~<>]/,
    cache: under('/var/cache/apk', '/etc/apk(/cache)?', '/lib/apk/db', '/var/lib/apk'),
  },
  { name: 'yum', commands: ['yum'], ...RPM, cache: under('/var/cache/yum') },
  { name: 'dnf', commands: ['dnf', 'dnf5'], ...RPM, cache: DNF },
  { name: 'microdnf', commands: ['microdnf'], ...RPM, cache: DNF },
  { name: 'tdnf', commands: ['tdnf'], ...RPM, cache: under('/var/cache/tdnf') },
  {
    name: 'zypper',
    commands: ['zypper'],
    actions: {
      install: ['install', 'in', 'source-install', 'si', 'install-new-recommends', 'inr'],
      update: ['refresh', 'ref'],
      upgrade: ['update', 'up', 'patch', 'dist-upgrade', 'dup'],
      remove: ['remove', 'rm'],
      clean: ['clean', 'cc'],
    },
    yes: ['-n', '--non-interactive', '-y', '--no-confirm'],
    version: /[=<>]|\.rpm$/,
    cache: under('/var/cache/zypp(/packages)?'),
  },
  {
    name: 'pacman',
    commands: ['pacman', 'yay', 'paru'],
    actions: {},
    yes: ['--noconfirm'],
    version: /=/,
    cache: under('/var/cache/pacman(/pkg)?'),
  },
  {
    name: 'pip',
    commands: ['pip', 'pip2', 'pip3', 'uv pip'],
    actions: { install: ['install'], remove: ['uninstall'], clean: ['cache purge', 'cache remove'] },
    yes: ['-y', '--yes'],
    version: /[=<>!~]=|===|[<>]|@/,
    // PIP_CACHE_DIR may be anywhere.
    cache: `${home('.cache')}|pip`,
  },
  {
    name: 'pipx',
    commands: ['pipx'],
    actions: { install: ['install', 'inject', 'run'] },
    yes: [],
    version: /[=<>!~]=|@/,
    cache: home('.cache', '.cache/pipx', '.cache/pip'),
  },
  {
    name: 'uv',
    commands: ['uv'],
    actions: { install: ['sync', 'add', 'tool install'], clean: ['cache clean', 'cache prune', 'clean'] },
    yes: [],
    version: /[=<>!~]=|@/,
    cache: home('.cache', '.cache/uv'),
  },
  {
    name: 'npm',
    commands: ['npm'],
    actions: {
      install: NPM_INSTALL,
      upgrade: ['update', 'up', 'upgrade'],
      remove: ['uninstall', 'remove', 'rm'],
      clean: ['cache clean', 'cache rm'],
    },
    yes: ['-y', '--yes'],
    version: NODE_VERSION,
    cache: home('.npm', '.npm/_cacache'),
  },
  {
    name: 'yarn',
    commands: ['yarn', 'yarnpkg'],
    actions: {
      install: ['install', 'add', 'global add'],
      upgrade: ['upgrade', 'up'],
      remove: ['remove'],
      clean: ['cache clean', 'cache clear'],
    },
    bare: 'install',
    yes: [],
    version: NODE_VERSION,
    cache: `${home('.cache')}|yarn`,
  },
  {
    name: 'pnpm',
    commands: ['pnpm'],
    actions: { install: ['install', 'i', 'add', 'fetch'], upgrade: ['update', 'up'], remove: ['remove', 'rm'], clean: ['store prune'] },
    yes: [],
    version: NODE_VERSION,
    cache: home('pnpm/store', '.pnpm-store', '.cache/pnpm'),
  },
  {
    name: 'gem',
    commands: ['gem'],
    actions: { install: ['install', 'i'], upgrade: ['update'], remove: ['uninstall'], clean: ['cleanup'] },
    yes: [],
    version: /:/,
    cache: home('.gem', '.bundle/cache', 'cache/bundle'),
  },
  {
    name: 'go',
    commands: ['go'],
    actions: { install: ['install', 'get'], clean: ['clean'] },
    yes: [],
    version: /@/,
    cache: `${home('.cache', '.cache/go-build')}|/pkg(/mod)?$`,
  },
  {
    name: 'cargo',
    commands: ['cargo'],
    actions: { install: ['install', 'binstall'], remove: ['uninstall'] },
    yes: [],
    version: /@/,
    cache: 'cargo(/(registry|git))?(/|$)',
  },
  {
    name: 'conda',
    commands: ['conda', 'mamba', 'micromamba'],
    actions: { install: ['install', 'create', 'env create'], upgrade: ['update', 'upgrade'], remove: ['remove'], clean: ['clean'] },
    yes: ['-y', '--yes'],
    version: /[=<>]/,
    cache: '/pkgs/?$',
  },
]

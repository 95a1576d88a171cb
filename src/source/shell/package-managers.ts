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
}

const RPM_ACTIONS: PackageManager['actions'] = {
  install: ['install', 'localinstall', 'groupinstall', 'group install', 'module install', 'reinstall', 'swap'],
  update: ['makecache', 'check-update', 'makecache fast', 'makecache timer'],
  upgrade: ['update', 'upgrade', 'upgrade-minimal', 'update-minimal', 'distro-sync', 'update-to'],
  remove: ['remove', 'erase', 'autoremove', 'groupremove'],
  clean: ['clean'],
}
const RPM = { actions: RPM_ACTIONS, yes: ['-y', '--assumeyes'], version: /-(?:\d+:)?v?\d[\w.+~^]*(?:-[\w.+~^]+)?$|[*]$|\s[<>=]+\s/ }
// The last @ that is not the first character: a scope of npm begins with one.
const AT_VERSION = /(?<!^)@(?=[^@/]+$)/
const NPM_INSTALL = ['install', 'i', 'add', 'in', 'ins', 'inst', 'isntall', 'ci', 'clean-install']

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
      clean: ['clean', 'autoclean', 'auto-clean', 'distclean'],
    },
    yes: ['-y', '--yes', '--assume-yes', '--force-yes'],
    version: /=|\//,
  },
  {
    name: 'apk',
    commands: ['apk'],
    actions: { install: ['add', 'fix'], update: ['update'], upgrade: ['upgrade'], remove: ['del'], clean: ['cache'] },
    yes: [],
    version: /[=~<>]/,
  },
  { name: 'yum', commands: ['yum'], ...RPM },
  { name: 'dnf', commands: ['dnf', 'dnf5'], ...RPM },
  { name: 'microdnf', commands: ['microdnf'], ...RPM },
  { name: 'tdnf', commands: ['tdnf'], ...RPM },
  {
    name: 'zypper',
    commands: ['zypper'],
    actions: {
      install: ['install', 'in', 'source-install', 'si'],
      update: ['refresh', 'ref'],
      upgrade: ['update', 'up', 'patch', 'dist-upgrade', 'dup'],
      remove: ['remove', 'rm'],
      clean: ['clean', 'cc'],
    },
    yes: ['-n', '--non-interactive', '-y', '--no-confirm'],
    version: /[=<>]|\.rpm$/,
  },
  { name: 'pacman', commands: ['pacman', 'yay', 'paru'], actions: {}, yes: ['--noconfirm'], version: /=/ },
  {
    name: 'pip',
    commands: ['pip', 'pip2', 'pip3', 'uv pip'],
    actions: { install: ['install'], remove: ['uninstall'], clean: ['cache purge', 'cache remove'] },
    yes: ['-y', '--yes'],
    version: /[=<>!~]=|===|[<>]|@/,
  },
  { name: 'pipx', commands: ['pipx'], actions: { install: ['install', 'inject', 'run'] }, yes: [], version: /[=<>!~]=|@/ },
  {
    name: 'uv',
    commands: ['uv'],
    actions: { install: ['sync', 'add', 'tool install'], clean: ['cache clean', 'cache prune', 'clean'] },
    yes: [],
    version: /[=<>!~]=|@/,
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
    version: AT_VERSION,
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
    version: AT_VERSION,
  },
  {
    name: 'pnpm',
    commands: ['pnpm'],
    actions: { install: ['install', 'i', 'add', 'fetch'], upgrade: ['update', 'up'], remove: ['remove', 'rm'], clean: ['store prune'] },
    yes: [],
    version: AT_VERSION,
  },
  {
    name: 'gem',
    commands: ['gem'],
    actions: { install: ['install', 'i'], upgrade: ['update'], remove: ['uninstall'], clean: ['cleanup'] },
    yes: [],
    version: /:/,
  },
  { name: 'go', commands: ['go'], actions: { install: ['install', 'get'], clean: ['clean'] }, yes: [], version: /@/ },
  { name: 'cargo', commands: ['cargo'], actions: { install: ['install', 'binstall'], remove: ['uninstall'] }, yes: [], version: /@/ },
  {
    name: 'conda',
    commands: ['conda', 'mamba', 'micromamba'],
    actions: { install: ['install', 'create', 'env create'], upgrade: ['update', 'upgrade'], remove: ['remove'], clean: ['clean'] },
    yes: ['-y', '--yes'],
    version: /[=<>]/,
  },
]

/**
 * Options that take a value, as far as telling flags from values needs it: without this `curl -x http://kit` would have
 * a `-k` in it, and the file of `-o -` would be an operand. Short options are letters.
 */
interface Options {
  readonly short: string
  /** Without their dashes, with a blank between. */
  readonly long: string
  /** Words such as `-nodes` or `-name` are one option each, not letters put together. */
  readonly single?: boolean
  /** Words after `--` are none of its operands: they are handed on to what it runs. */
  readonly handsOn?: boolean
}

const APT: Options = {
  short: 'octaS',
  long: 'option config-file target-release default-release host-architecture build-profiles solver planner with-source snapshot',
}
const RPM: Options = {
  short: 'cdeRxb',
  long: 'config setopt enablerepo disablerepo repo repoid exclude installroot releasever disableplugin enableplugin forcearch excludepkgs disableexcludes repofrompath advisory bz cve sec-severity comment downloaddir destdir color debuglevel errorlevel rpmverbosity randomwait from-repo',
}
const PIP: Options = {
  short: 'rceitfbdpC',
  long: 'requirement constraint index-url extra-index-url find-links target prefix root src cache-dir trusted-host proxy timeout retries upgrade-strategy platform python-version log cert progress-bar no-binary only-binary python global-option install-option build-option build config-settings implementation abi client-cert report exists-action format keyring-provider use-feature use-deprecated root-user-action group resume-retries build-constraint',
}
const NODE: Options = {
  short: 'wC',
  long: 'prefix registry cache workspace loglevel userconfig globalconfig cwd cache-folder modules-folder network-timeout network-concurrency mutex tag scope omit include only also before otp proxy https-proxy noproxy cafile install-strategy save-prefix script-shell fetch-retries fetch-timeout fetch-retry-mintimeout fetch-retry-maxtimeout maxsockets cpu os libc access dir filter store-dir',
}
/** Its -w names the root of the workspace, without a value. */
const PNPM: Options = {
  short: 'CF',
  long: `${NODE.long} filter-prod reporter lockfile-dir virtual-store-dir modules-dir global-dir global-bin-dir node-linker child-concurrency package-import-method`,
}

const KUBECTL: Options = {
  short: 'nflockLsv',
  long: 'namespace filename selector output context kubeconfig cluster user server as as-group token kustomize container timeout for type patch from-literal from-file from-env-file field-manager field-selector sort-by replicas image port grace-period request-timeout',
}

const TABLE: Readonly<Record<string, Options>> = {
  kubectl: KUBECTL,
  oc: KUBECTL,
  helm: {
    short: 'nfo',
    long: 'namespace values set set-string set-file set-json version repo kube-context kubeconfig output post-renderer timeout username password registry-config repository-config repository-cache description history-max kube-version api-versions show-only destination app-version',
  },
  'apt-get': APT,
  apt: APT,
  aptitude: APT,
  yum: RPM,
  dnf: RPM,
  microdnf: RPM,
  tdnf: RPM,
  zypper: {
    short: 'RcDprt',
    long: 'root config cache-dir repo from type plus-repo plus-content releasever installroot download reposd-dir raw-cache-dir solv-cache-dir pkg-cache-dir cve bugzilla bz severity category date',
  },
  apk: {
    short: 'Xptw',
    long: 'repository root virtual wait keys-dir repositories-file cache-dir cache-max-age arch progress-fd timeout',
  },
  pip: PIP,
  pip2: PIP,
  pip3: PIP,
  pipx: { short: 'ip', long: 'index-url pip-args python suffix spec' },
  uv: { short: 'rciptf', long: `${PIP.long} index default-index project directory group extra package` },
  npm: NODE,
  yarn: NODE,
  pnpm: PNPM,
  gem: {
    short: 'vinsPBpg',
    long: 'version install-dir bindir source platform file config-file trust-policy build-root http-proxy bulk-threshold',
    handsOn: true,
  },
  curl: {
    short: 'AbcCdDeEFhHKmoPQrtTuUwxXyYz',
    long: 'user-agent cookie cookie-jar continue-at data data-raw data-binary data-urlencode dump-header referer cert form form-string header config max-time output output-dir quote range telnet-option upload-file user proxy-user write-out proxy request url retry retry-delay retry-max-time connect-timeout cacert capath key resolve interface limit-rate max-redirs noproxy oauth2-bearer pinnedpubkey proto ciphers cert-type json tls-max',
  },
  wget: {
    short: 'oaieBtOTwQPUlADRIX',
    long: 'output-file append-output input-file execute base tries output-document timeout wait waitretry quota directory-prefix user-agent level accept reject domains header user password http-user http-password proxy-user proxy-password post-data post-file ca-certificate certificate private-key secure-protocol progress referer',
  },
  git: {
    short: 'Ccb',
    long: 'branch depth git-dir work-tree reference origin config upload-pack shallow-since',
  },
  tar: {
    short: 'fCTXbIHgKNVF',
    long: 'file directory files-from exclude exclude-from use-compress-program owner group mode transform',
  },
  docker: {
    short: 'upHcf',
    long: 'username password host config context log-level file tag build-arg platform target',
  },
  gpg: {
    short: 'ruNo',
    long: 'keyserver keyring homedir output recipient local-user passphrase passphrase-file keyserver-options primary-keyring',
  },
  openssl: { short: '', long: '', single: true },
  find: { short: '', long: '', single: true },
  java: { short: '', long: '', single: true },
  javac: { short: '', long: '', single: true },
  keytool: { short: '', long: '', single: true },
  go: {
    short: '',
    long: 'tags ldflags gcflags asmflags mod modfile o p C exec overlay toolexec buildmode compiler installsuffix pkgdir',
    single: true,
  },
  terraform: { short: '', long: '', single: true },
  useradd: {
    short: 'bcdefgGkKpRsuZ',
    long: 'base-dir comment home-dir home gid groups password root shell uid skel key expiredate',
  },
  adduser: { short: 'hgsGku', long: 'home shell uid gid ingroup gecos' },
  usermod: {
    short: 'cdefgGlpRsuvVwWZ',
    long: 'comment home gid groups login password root shell uid',
  },
  groupadd: { short: 'gKpRP', long: 'gid key password root' },
  conda: { short: 'ncp', long: 'name channel prefix file solver' },
  mamba: { short: 'ncp', long: 'name channel prefix file' },
  micromamba: { short: 'ncpr', long: 'name channel prefix file root-prefix' },
  cargo: {
    short: 'jpFZ',
    long: 'version git branch tag rev path root registry index features target target-dir profile manifest-path jobs package bin',
  },
  aws: { short: '', long: 'region profile output endpoint-url query' },
}

const NONE: Options = { short: '', long: '' }

export function optionsOf(command: string): Options {
  // pip3.11 is pip.
  const name = command.replace(/^pip\d[\d.]*$/, 'pip')
  return Object.hasOwn(TABLE, name) ? (TABLE[name] ?? NONE) : NONE
}

/** Whether a long option, with its dashes, takes the next word for its value. */
export function takesValue(options: Options, option: string): boolean {
  return ` ${options.long} `.includes(` ${option.replace(/^--?/, '')} `)
}

/** What a file may be by its name alone; undefined for what is never read for its own sake. */
export type NameKind = 'dockerfile' | 'compose' | 'kustomization' | 'workflow' | 'action' | 'chart' | 'yaml' | 'json'

const WORKFLOW = /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/
const COMPOSE = /^(?:docker-|podman-)?compose(?:[.-][\w.-]*)?\.ya?ml$/i

/** Endings of `Dockerfile.*`, `Dockerfile-*` and `Dockerfile_*` that are no Dockerfile: code about Dockerfiles, notes, copies, and what a generator makes one of. */
const OTHER_ENDINGS = new Set([
  ...[
    'dockerignore',
    'md',
    'txt',
    'rst',
    'adoc',
    'html',
    'json',
    'yaml',
    'yml',
    'toml',
    'lock',
    'diff',
    'patch',
    'orig',
    'rej',
    'swp',
    'bak',
  ],
  ...['go', 'ts', 'js', 'mjs', 'py', 'rb', 'rs', 'java', 'kt', 'cs', 'php', 'sh', 'ps1', 'vim', 'nix', 'snap'],
  ...['j2', 'jinja', 'jinja2', 'erb', 'ejs', 'hbs', 'mustache', 'tmpl', 'template', 'tpl', 'gotmpl', 'in', 'm4'],
])

export function nameKind(path: string): NameKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  const ending = dot < 0 ? '' : name.slice(dot + 1)
  if (ending === 'yaml' || ending === 'yml') return yamlNamed(path, name)
  if (ending === 'json') return name === 'package-lock.json' || name === 'package.json' || name === 'tsconfig.json' ? undefined : 'json'
  if (name === 'Kustomization') return 'kustomization'
  return isDockerfile(name, ending) ? 'dockerfile' : undefined
}

function yamlNamed(path: string, name: string): NameKind | undefined {
  if (path.startsWith('.') && WORKFLOW.test(path)) return 'workflow'
  // Woodpecker's pipelines have services as compose files do.
  if (path.startsWith('.woodpecker')) return undefined
  if (name === 'kustomization.yaml' || name === 'kustomization.yml') return 'kustomization'
  if (name === 'Chart.yaml') return 'chart'
  if (name === 'action.yml' || name === 'action.yaml') return 'action'
  return COMPOSE.test(name) ? 'compose' : 'yaml'
}

// BuildKit looks for `Dockerfile`, then `dockerfile`; Podman for `Containerfile`.
function isDockerfile(name: string, ending: string): boolean {
  if (name === 'Dockerfile' || name === 'Containerfile' || name === 'dockerfile') return true
  if (/^(?:Dockerfile|Containerfile)[._-]/.test(name)) return !OTHER_ENDINGS.has(ending.toLowerCase())
  return /^(?:dockerfile|containerfile)$/i.test(ending)
}

/** Answers whether a file lies below a folder of a chart, one beside a Chart.yaml: `templates`, or `files`, which Helm does not render. */
export function inChart(folder: 'templates' | 'files', files: readonly string[]): (path: string) => boolean {
  const wanted = `${folder}/`
  const charts = new Set<string>()
  for (const path of files) {
    if (path.endsWith('Chart.yaml') && (path === 'Chart.yaml' || path.endsWith('/Chart.yaml')))
      charts.add(path.slice(0, -'Chart.yaml'.length))
  }
  return (path) => {
    if (charts.size === 0) return false
    for (let at = path.indexOf(wanted); at >= 0; at = path.indexOf(wanted, at + 1)) {
      if (charts.has(path.slice(0, at))) return true
    }
    return false
  }
}

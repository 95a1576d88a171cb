import type { Origin } from '../../model/origin.ts'
import type { Source } from '../../model/position.ts'
import type { Sources } from '../../model/sources.ts'
import { detectSecret, findSecrets } from '../../source/secrets/secrets.ts'
import { findToken } from '../../source/secrets/tokens.ts'
import { items, member, placeOf, text } from '../../source/values.ts'
import { fileItem, placed, textPlace } from './places.ts'

interface Found {
  readonly kind: string
  readonly masked: string
  readonly start: number
  readonly end: number
}

interface Suspect {
  readonly names: RegExp
  /** What the content shows; absent where the name alone decides. */
  readonly look?: (source: Source) => Found | undefined
  readonly kind: string
}

const BIGGEST = 256 * 1024

/** Files by whose name a credential is to be expected. The first that matches decides. */
const SUSPECTS: readonly Suspect[] = [
  { names: /(?:^|\/)[^/]+\.tfstate(?:\.backup)?$/, kind: 'Terraform state' },
  { names: /(?:^|\/)(?!(?:[^/]*(?:trust|cacerts))[^/]*$)[^/]+\.(?:p12|pfx|jks|bks|keystore)$/i, kind: 'key store' },
  { names: /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:pem|key|ppk|pkcs8|p8)|[^/]*_rsa)$/i, kind: 'private key', look: privateKey },
  // A program or a page about kubeconfigs is none.
  {
    names:
      /(?:^|\/)(?!(?:[^/]*\.(?:[ch]|cs|go|java|[jt]sx?|[cm]js|md|mdx|adoc|rst|html|kt|ps1|py|rb|rs|sh|bash|bats|tf))$)(?:[^/]*kubeconfig[^/]*|admin\.conf)$/i,
    kind: 'kubeconfig',
    look: kubeconfig,
  },
  {
    names: /(?:^|\/)(?:\.docker\/config\.json|\.dockercfg|[^/]*\.?dockerconfigjson)$/,
    kind: 'registry login',
    look: matching(/"auth"\s*:\s*"([A-Za-z0-9+/=]{8,})"/),
  },
  { names: /(?:^|\/)[._]netrc$/, kind: 'login', look: matching(/\bpassword\s+(\S+)/) },
  { names: /(?:^|\/)\.git-credentials$/, kind: 'login', look: anySecret },
  { names: /(?:^|\/)\.npmrc$/, kind: 'npm login', look: matching(/_(?:authToken|auth|password)\s*=\s*(?!\s*["']?\$)(\S+)/) },
  { names: /(?:^|\/)\.pypirc$/, kind: 'PyPI login', look: matching(/^\s*password\s*[=:]\s*(?!\$)(\S+)/m) },
  {
    names: /(?:^|\/)\.env(?:[.-][^/]*)?\.?(?:example|sample|template|tmpl|dist|defaults?)$|(?:^|\/)[^/]*(?:example|sample)\.env$/i,
    kind: 'environment file',
    look: token,
  },
  { names: /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|[\w.-]+\.env)$/, kind: 'environment file', look: anySecret },
  {
    names: /(?:^|\/)(?:\.aws\/credentials|credentials(?:\.csv|\.ini)?|accessKeys\.csv)$/i,
    kind: 'AWS credentials',
    look: matching(/(?:aws_secret_access_key\s*=\s*|,)([A-Za-z0-9/+]{40})\b/),
  },
  {
    names: /(?:^|\/)[^/]*(?:service[-_]?account|credentials?|[-_]key|gcp|gcloud|firebase|[-_]sa)[^/]*\.json$/i,
    kind: 'cloud key',
    look: cloudKey,
  },
]

/**
 * Files that may hold a credential: those of a suspicious name, with `credential` ('' where there is none), and scanned files that hold
 * a token of a known format. `masked` never holds the secret.
 */
export function credentialFiles(sources: Sources): readonly object[] {
  const suspects = sources.files.filter((path) => sources.isSubject(path)).flatMap((path) => suspectItem(path, sources))
  const scanned = [...sources.manifests, ...sources.dockerfiles].filter(({ source }) => sources.isSubject(source.path))
  const values = sources.files
    .filter((path) => /(?:^|\/)values[^/]*\.ya?ml$/.test(path) && sources.isSubject(path))
    .flatMap((path) => sources.sourceOf(path) ?? [])
  const tokens = [...scanned.map(({ source }) => source), ...values].flatMap((source) => {
    const found = token(source)
    return found ? [credentialItem(source.path, found.kind, found.masked, textPlace(source, found.start, found.end))] : []
  })
  return [...suspects, ...tokens, ...kubeconfigs(sources)]
}

function suspectItem(path: string, sources: Sources): object[] {
  const suspect = SUSPECTS.find(({ names }) => names.test(path))
  // Key stores of tests open nothing.
  if (!suspect || (suspect.kind === 'key store' && !sources.isEvidence(path))) return []
  if (!suspect.look) return [credentialItem(path, suspect.kind, '', undefined)]
  const source = sources.sourceOf(path)
  if (!source || source.text.length > BIGGEST) return []
  const found = suspect.look(source)
  return [credentialItem(path, found?.kind ?? '', found?.masked ?? '', found && textPlace(source, found.start, found.end))]
}

function credentialItem(path: string, credential: string, masked: string, origin: Origin | undefined): object {
  const item = fileItem(path)
  return origin ? placed({ ...item, credential, masked }, origin) : Object.assign(item, { credential, masked })
}

function privateKey({ text }: Source): Found | undefined {
  const match = /-----?BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY|PuTTY-User-Key-File/.exec(text)
  return match ? { kind: 'private key', masked: '', start: match.index, end: match.index + match[0].length } : undefined
}

function kubeconfig({ text }: Source): Found | undefined {
  const match = /^[ \t-]*(?:client-key-data|token|password)["']?[ \t]*:[ \t]*["']?(?!\$|\{\{|<)[^\s"']{4,}/m.exec(text)
  return match && /\bclusters\b/.test(text)
    ? { kind: 'kubeconfig', masked: '', start: match.index, end: match.index + match[0].length }
    : undefined
}

/** Kubeconfigs under any name: their kind tells. */
function kubeconfigs(sources: Sources): object[] {
  return sources.documents.flatMap(({ kind, head, value, source }) => {
    if (kind !== 'config' || head.kind !== 'Config' || head.apiVersion !== 'v1' || !sources.isSubject(source.path)) return []
    if (SUSPECTS.some(({ names }) => names.test(source.path))) return []
    for (const user of items(value, 'users')) {
      for (const key of ['client-key-data', 'token', 'password']) {
        const literal = text(user, 'user', key)
        if (literal !== undefined && detectSecret('password', literal))
          return [credentialItem(source.path, 'kubeconfig', '', placeOf(user, 'user', key))]
      }
    }
    return member(value, 'users') === undefined ? [] : [credentialItem(source.path, '', '', undefined)]
  })
}

function matching(pattern: RegExp): (source: Source) => Found | undefined {
  return ({ text }) => {
    const match = pattern.exec(text)
    const value = match?.[1]
    if (!match || value === undefined || !detectSecret('password', value)) return undefined
    return { kind: 'login', masked: '', start: match.index, end: match.index + match[0].length }
  }
}

function anySecret({ text }: Source): Found | undefined {
  const [first] = findSecrets(text)
  return (
    first && {
      kind: first.kind === 'credential' ? `credential ${first.name}` : first.kind,
      masked: first.masked,
      start: first.start,
      end: first.end,
    }
  )
}

/** Formats that only a service's own tokens have: a JSON Web Token or a key in a manifest is judged where it stands. */
const ELSEWHERE = new Set(['JSON Web Token', 'private key', 'password in a URL'])

function token({ text }: Source): Found | undefined {
  for (let found = findToken(text); found; found = findToken(text, found.end)) if (!ELSEWHERE.has(found.kind)) return found
  return undefined
}

function cloudKey({ text }: Source): Found | undefined {
  const match = /"private_key"\s*:\s*"-----BEGIN/.exec(text)
  return match && /"type"\s*:\s*"service_account"/.test(text)
    ? { kind: 'cloud key', masked: '', start: match.index, end: match.index + 13 }
    : undefined
}

import type { Resource, YamlDocument } from '../../model/document.ts'
import { Unsettled } from '../../model/origin.ts'
import type { Realms } from '../realms.ts'
import { at, type Fields, keysOf, mappingAt, mappingsAt, nameAt, textAt, textsAt } from '../values.ts'
import { pushTo } from './selector-index.ts'

/** A ConfigMap or Secret that something of the files makes. */
interface Product {
  /** What makes it, in words. */
  readonly by: string
  readonly kind: 'ConfigMap' | 'Secret'
  readonly name: string
  /** Undefined where the files do not tell its keys. */
  readonly keys: ReadonlySet<string> | undefined
}

/** Generators of kustomizations put what they make beside what they take in, so their namespace is everyone's. */
const EVERYWHERE = ''

/** ConfigMaps and Secrets that operators and kustomizations of the files make. */
export class Producers {
  readonly #byName = new Map<string, Product[]>()

  constructor(resources: readonly Resource[], documents: readonly YamlDocument[], realms: Realms) {
    for (const resource of resources) {
      const made = resource.patch ? [] : (MAKERS[`${resource.kind}.${resource.group}`]?.(resource.object, resource.name) ?? [])
      for (const { name, keys } of made) {
        for (const namespace of realms.of(resource).namespaces)
          this.#add(namespace, { by: `${resource.kind} ${resource.name}`, kind: 'Secret', name, keys })
      }
    }
    for (const document of documents) if (document.kind === 'kustomization') this.#generators(document)
  }

  named(kind: string, namespaces: readonly string[], name: string): readonly Product[] {
    return [EVERYWHERE, ...namespaces].flatMap((namespace) => this.#byName.get(`${kind}\n${namespace}\n${name}`) ?? [])
  }

  #generators({ value, source }: YamlDocument): void {
    for (const kind of ['ConfigMap', 'Secret'] as const) {
      for (const generator of mappingsAt(value, kind === 'Secret' ? 'secretGenerator' : 'configMapGenerator')) {
        this.#add(EVERYWHERE, { by: source.path, kind, name: textAt(generator, 'name') ?? '', keys: generatedKeys(generator) })
      }
    }
  }

  #add(namespace: string, product: Product): void {
    pushTo(this.#byName, `${product.kind}\n${namespace}\n${product.name}`, product)
  }
}

type Made = Pick<Product, 'name' | 'keys'>

const MAKERS: Readonly<Record<string, (object: Fields, name: string) => readonly Made[]>> = {
  'ExternalSecret.external-secrets.io': (object, name) => {
    const spec = mappingAt(object, 'spec')
    const isOpen = at(spec, 'dataFrom') !== undefined || at(spec, 'target', 'template') !== undefined
    const keys = mappingsAt(spec, 'data').map((data) => textAt(data, 'secretKey') ?? '')
    return [{ name: nameAt(mappingAt(spec, 'target'), 'name')?.text ?? name, keys: isOpen ? undefined : new Set(keys) }]
  },
  'SealedSecret.bitnami.com': (object, name) => {
    const template = mappingAt(object, 'spec', 'template')
    const keys = settledKeys([mappingAt(object, 'spec', 'encryptedData'), mappingAt(template, 'data')])
    return [{ name: nameAt(mappingAt(template, 'metadata'), 'name')?.text ?? name, keys }]
  },
  'VaultStaticSecret.secrets.hashicorp.com': vaultSecret,
  'VaultDynamicSecret.secrets.hashicorp.com': vaultSecret,
  'VaultPKISecret.secrets.hashicorp.com': vaultSecret,
  'Certificate.cert-manager.io': (object) => {
    const spec = mappingAt(object, 'spec')
    const isOpen = at(spec, 'keystores') !== undefined || at(spec, 'additionalOutputFormats') !== undefined
    return [{ name: nameAt(spec, 'secretName')?.text ?? '', keys: isOpen ? undefined : new Set(['tls.crt', 'tls.key', 'ca.crt']) }]
  },
}

function vaultSecret(object: Fields): readonly Made[] {
  return [{ name: nameAt(mappingAt(object, 'spec', 'destination'), 'name')?.text ?? '', keys: undefined }]
}

function generatedKeys(generator: Fields): ReadonlySet<string> | undefined {
  if (['envs', 'env', 'behavior'].some((key) => at(generator, key) !== undefined)) return undefined
  const literals = textsAt(generator, 'literals').map((literal) => literal.split('=', 1)[0] ?? '')
  const files = textsAt(generator, 'files').map((file) => (file.includes('=') ? file.split('=', 1)[0] : file.split('/').at(-1)) ?? '')
  return new Set([...literals, ...files])
}

/** The keys of all the mappings; undefined where a template may add more. */
export function settledKeys(mappings: readonly (Fields | undefined)[]): ReadonlySet<string> | undefined {
  const keys = new Set<string>()
  for (const mapping of mappings) {
    const own = mapping ? keysOf(mapping) : []
    if (own instanceof Unsettled) return undefined
    for (const key of own) keys.add(key)
  }
  return keys
}

import type { Dockerfile } from '../model/dockerfile.ts'
import type { Problem, Resource, SyntaxFault, Tree, YamlDocument, YamlKind } from '../model/document.ts'
import { Unreadable } from '../model/document.ts'
import { Source } from '../model/position.ts'
import type { ScannedFile, Selection, Sources } from '../model/sources.ts'
import { parseDockerfile } from './dockerfile/parse.ts'
import { isDefinition, mayBeCompose, mayBeKubernetes } from './kinds.ts'
import { readManifest } from './manifest.ts'
import { inChart, type NameKind, nameKind } from './names.ts'
import { isKubeadmPatch, patchedFiles } from './patches.ts'
import { resourcesOf } from './resource.ts'
import { isEvidence, remembered, type Selected, select } from './select.ts'
import { decode, decodeLoosely } from './text.ts'

/** Reads everything of a tree that is ours, each file once. Decides from names and heads what is not, and forgets it. */
export function readSources(tree: Tree, selection: Selection): Sources {
  const reading = new Reading(tree, select(selection))
  for (const path of reading.files) reading.file(path)
  return reading.sources()
}

class Reading {
  readonly files: readonly string[]
  readonly #tree: Tree
  readonly #selected: Selected
  readonly #isTemplate: (path: string) => boolean
  readonly #read = new Map<string, Source | undefined>()
  readonly #documents: YamlDocument[] = []
  readonly #dockerfiles: Dockerfile[] = []
  readonly #manifests: ScannedFile[] = []
  readonly #problems: Problem[] = []
  readonly #definitions: YamlDocument[] = []

  constructor(tree: Tree, selected: Selected) {
    this.#tree = tree
    this.#selected = selected
    this.files = tree.files.filter((path) => !selected.isExcluded(path))
    this.#isTemplate = inChart('templates', this.files)
    for (const { path, reason } of tree.unlisted ?? []) if (!selected.isExcluded(path)) this.#problem(path, reason, 'manifest-parses')
  }

  file(path: string): void {
    const name = nameKind(path)
    if (name === undefined) return
    try {
      const text = this.#textOf(path, name)
      if (text === undefined) return
      if (name === 'dockerfile') this.#dockerfiles.push(parseDockerfile(this.#keep(path, text)))
      else this.#yaml(path, name, text)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      if (!error.absent) this.#problem(path, error.message, name === 'dockerfile' ? 'dockerfile-parses' : 'manifest-parses')
    }
  }

  // A file that cannot be judged is a problem only if it is ours, which its head tells where the name does not.
  #textOf(path: string, name: NameKind): string | undefined {
    try {
      return decode(this.#tree.read(path))
    } catch (error) {
      if (!(error instanceof Unreadable) || error.absent || (name !== 'yaml' && name !== 'json')) throw error
      if (mayBeKubernetes(this.#headOf(path))) throw error
      return undefined
    }
  }

  #headOf(path: string): string {
    try {
      return decodeLoosely(this.#tree.read(path, 64 * 1024))
    } catch {
      // Nobody can say what it is; a manifest is what its name allows.
      return 'apiVersion:\nkind:'
    }
  }

  #yaml(path: string, name: NameKind, text: string): void {
    const templated = this.#isTemplate(path)
    // What a template prints from elsewhere may be anything.
    const mayBePrinted = templated && text.includes('{{')
    if ((name === 'yaml' || name === 'json') && !mayBePrinted && !mayBeKubernetes(text) && !mayBeCompose(text)) return
    const source = new Source(path, text)
    const manifest = readManifest(source, name, templated)
    if (!manifest) return
    this.#read.set(path, source)
    this.#manifests.push({ source, faults: manifest.faults })
    this.#documents.push(...manifest.documents)
    this.#definitions.push(...manifest.definitions)
  }

  #keep(path: string, text: string): Source {
    const source = new Source(path, text)
    this.#read.set(path, source)
    return source
  }

  #problem(path: string, message: string, rule: string): void {
    this.#problems.push({ file: path, line: 1, column: 1, endLine: 1, endColumn: 1, message, rule })
  }

  #sourceOf(path: string): Source | undefined {
    if (this.#read.has(path)) return this.#read.get(path)
    try {
      return this.#keep(path, decode(this.#tree.read(path)))
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      this.#read.set(path, undefined)
      return undefined
    }
  }

  sources(): Sources {
    const of = (kind: YamlKind) => this.#documents.filter((document) => document.kind === kind)
    const patches = patchedFiles(of('kustomization'))
    const isChartFile = inChart('files', this.files)
    // What a program makes of a template in a chart's `files/` is not for these files to tell.
    const isCompleted = remembered((path) => isChartFile(path) && this.#sourceOf(path)?.text.includes('{{') === true)
    const isPartial = ({ path }: Source) => patches.has(path) || isKubeadmPatch(path) || isCompleted(path)
    const objects = [...of('kubernetes'), ...this.#definitions].flatMap((document) => [
      ...resourcesOf(document, isPartial(document.source)),
    ])
    const resources = objects.filter((object) => !isDefinition(object))
    const definitions = objects.filter(isDefinition)
    const compose = of('compose')
    const isSubject = this.#selected.isSubject
    const faults: SyntaxFault[] = this.#manifests.flatMap((file) => file.faults)
    return {
      resources,
      definitions,
      documents: this.#documents,
      dockerfiles: this.#dockerfiles,
      compose,
      workflows: of('workflow'),
      manifests: this.#manifests,
      faults,
      problems: this.#problems.filter((problem) => isSubject(problem.file)),
      files: this.files,
      scanned: this.#scanned(objects, compose, of('workflow')),
      isSubject,
      isEvidence: remembered(isEvidence),
      sourceOf: (path) => this.#sourceOf(path),
      has: (path) => this.#tree.has(path),
    }
  }

  #scanned(resources: readonly Resource[], compose: readonly YamlDocument[], workflows: readonly YamlDocument[]): Sources['scanned'] {
    const isSubject = this.#selected.isSubject
    const count = (items: readonly { source: Source }[]) => items.filter((item) => isSubject(item.source.path)).length
    return {
      files: [...this.#manifests, ...this.#dockerfiles].filter((file) => isSubject(file.source.path)).length,
      resources: count(resources),
      dockerfiles: count(this.#dockerfiles),
      composeFiles: new Set(compose.map((document) => document.source.path).filter(isSubject)).size,
      workflows: count(workflows),
    }
  }
}

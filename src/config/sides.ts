import { oldBaseline } from './baseline.ts'
import { type ConfigFiles, extended, readLayers } from './layers.ts'
import type { Side } from './loosened/loosened.ts'
import { mergeConfigs } from './merge.ts'
import type { ConfigText } from './settings.ts'

/** A configuration with all that it extends, for comparing; undefined where it has mistakes, since then it held nothing. */
export async function sideOf(own: ConfigText | undefined, files: ConfigFiles): Promise<Side | undefined> {
  if (own === undefined) return { config: {}, extended: [], baseline: [] }
  const { layers, mistakes } = await readLayers(own, files)
  const last = layers.at(-1)
  if (mistakes.length > 0 || last === undefined) return undefined
  const config = mergeConfigs(layers.flatMap((layer) => layer.config ?? []))
  const known = config.baseline === undefined ? undefined : await oldBaseline(config.baseline, files)
  return { config, extended: extended(last.yaml).map(({ written }) => written), baseline: known?.entries ?? [] }
}

/** Files of the repository that a configuration is made of, by their paths from the root. */
export async function filesOf(own: ConfigText | undefined, files: ConfigFiles): Promise<readonly string[]> {
  if (own === undefined) return []
  const { layers } = await readLayers(own, files)
  const baselines = layers.flatMap(({ config }) => config?.baseline ?? [])
  return [...layers.filter(({ pinned }) => !pinned).map(({ yaml }) => yaml.file), ...baselines]
}

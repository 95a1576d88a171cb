import { createRequire } from 'node:module'

// Loaded when something first needs them, which in many runs nothing does, and minified: together they are more code than all of ours.
// Reading cannot wait for an import(), so they are files for require(): the build puts them beside the bundle, the sources have them in
// node_modules.
const load = createRequire(import.meta.url)

function lazily<Package>(name: string): () => Package {
  let loaded: Package | undefined
  return () => {
    loaded ??= either(`./${name}.cjs`, name) as Package
    return loaded
  }
}

function either(beside: string, installed: string): unknown {
  try {
    return load(beside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    return load(installed)
  }
}

export const glob = lazily<typeof import('glob')>('glob')
export const minimatch = lazily<typeof import('minimatch')>('minimatch')
export const re2js = lazily<typeof import('re2js')>('re2js')
export const unbash = lazily<typeof import('unbash')>('unbash')
export const yaml = lazily<typeof import('yaml')>('yaml')
/** Node's own, and the slowest of its modules to load. */
export const crypto = (): typeof import('node:crypto') => load('node:crypto') as typeof import('node:crypto')

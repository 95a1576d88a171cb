/** Tells whether a path of the build context is kept out by the patterns of an ignore file, the last that matches deciding. */
export function isIgnored(path: string, patterns: readonly string[]): boolean {
  const file = clean(path)
  const folders = file.split('/').slice(0, -1)
  let ignored = false
  for (const written of patterns) {
    const except = written.startsWith('!')
    const pattern = clean(except ? written.slice(1).trim() : written).replace(/^\//, '')
    if (except !== ignored || !pattern) continue
    const depth = pattern.split('/').length
    // A folder that matches takes everything below it along.
    const parent = folders.length >= depth ? folders.slice(0, depth).join('/') : undefined
    if (matches(pattern, file) || (parent !== undefined && matches(pattern, parent))) ignored = !except
  }
  return ignored
}

// As Go's filepath.Clean: no empty parts, no `.`, and `..` takes the part before it away.
function clean(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.length && parts.at(-1) !== '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return (path.startsWith('/') ? '/' : '') + (parts.join('/') || '.')
}

/** `*` and `?` stay inside a part of the path, `**` does not. Each character is looked at once for each place in the pattern. */
function matches(pattern: string, path: string): boolean {
  let at = new Set([0])
  for (let index = 0; index < pattern.length && at.size; index++) {
    const next = new Set<number>()
    const token = pattern.charAt(index)
    if (token === '*' && pattern.charAt(index + 1) === '*') {
      index++
      // `**/` matches no folder at all, too.
      if (pattern.charAt(index + 1) === '/') index++
      const least = Math.min(...at)
      for (let end = least; end <= path.length; end++) {
        if (at.has(end) || pattern.charAt(index) !== '/' || path.charAt(end - 1) === '/') next.add(end)
      }
    } else if (token === '*') {
      for (const start of at) {
        for (let end = start; end <= path.length && !next.has(end); end++) {
          next.add(end)
          if (path.charAt(end) === '/') break
        }
      }
    } else {
      const literal = token === '\\' ? pattern.charAt(++index) : token
      for (const end of at) {
        const character = path.charAt(end)
        if (character && (token === '?' ? character !== '/' : character === literal)) next.add(end + 1)
      }
    }
    at = next
  }
  return at.has(path.length)
}

// What sed, envsubst and their like look for: `clusterIP: {PREFIX}.16`, `image: @IMAGE@`.
const BLANK = /\{[A-Z][A-Z0-9_]{2,60}\}|@[A-Z][A-Z0-9_]{2,60}@|%[A-Z][A-Z0-9_]{2,60}%/g
const NEAR = 64

/** The blank that begins, holds or ends where a mistake is found. */
export function blankAt(text: string, offset: number): string | undefined {
  const from = Math.max(0, offset - NEAR)
  for (const { 0: blank, index } of text.slice(from, offset + NEAR).matchAll(BLANK)) {
    const start = from + index
    if (start <= offset && offset <= start + blank.length) return blank
  }
  return undefined
}

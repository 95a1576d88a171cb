/** A list in an output of bounded size: as many items as fit, whole, and a word on those that do not. */
export interface Listing {
  readonly open: string
  readonly items: readonly string[]
  readonly close: string
  /** What stands in for `left` items. */
  more(left: number): string
}

export type Section = string | Listing

/** UTF-8 bytes: never fewer than the characters that GitHub counts. */
export function size(text: string): number {
  return Buffer.byteLength(text)
}

/** Joins sections within `limit` bytes. Texts and frames always appear; items go to the earlier listings first. */
export function within(sections: readonly Section[], limit: number): string {
  let room = limit - sections.reduce((sum, section) => sum + frame(section), 0)
  return sections
    .map((section) => {
      if (typeof section === 'string') return section
      const kept: string[] = []
      for (const item of section.items) {
        if (size(item) > room) break
        room -= size(item)
        kept.push(item)
      }
      const left = section.items.length - kept.length
      return section.open + kept.join('') + (left > 0 ? section.more(left) : '') + section.close
    })
    .join('')
}

function frame(section: Section): number {
  if (typeof section === 'string') return size(section)
  return size(section.open) + size(section.close) + size(section.more(section.items.length))
}

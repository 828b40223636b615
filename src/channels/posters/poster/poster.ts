import type { Size } from './sizes.ts'

/** What stands on a poster, in the words of each of its languages. */
export interface Poster {
  size: Size
  title: string
  administrationName: string
  /** Where it hangs: "Oficina Centro, Ventanilla 2"; null on a sticker of the whole administration. */
  place: string | null
  /** #rrggbb, dark enough for white letters. */
  accent: string
  /** Null where the administration has a mark of its own that cannot be drawn here: ours must not stand for it. */
  mark: 'ours' | Buffer | null
  /** What the code says, and the same as people type it. */
  address: string
  shortAddress: string
  /** One language, or two of which the second is written smaller. */
  words: readonly [PosterWords, PosterWords?]
}

export interface PosterWords {
  lang: string
  heading: string
  lead: string
  /** On a sticker, where there is room for little. */
  short: string
  scan: string
  type: string
  facts: readonly Fact[]
  help: string
  notice: string | null
}

export interface Fact {
  title: string
  lines: readonly string[]
}

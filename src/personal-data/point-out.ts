import { createHash } from 'node:crypto'
import { findPersonalData } from './find-personal-data.ts'
import { fold } from './fold.ts'
import type { Finder, Found } from './personal-data.ts'

/** Personal data in a text that is about to leave. */
export interface PointedOut extends Found {
  field: string
  datum: string
  before: string
  after: string
  /** The person who reads it gave it, or it is a name: offices and people are called by theirs. */
  isMild: boolean
  /** The same for the same datum, so that it is pointed out once. */
  seal: string
}

const AROUND = 40

export function pointOut(
  texts: readonly { field: string; text: string }[],
  rules: { finders: readonly Finder[]; keeps: readonly string[]; known: readonly string[] },
): PointedOut[] {
  const known = rules.known.map(bare)
  return texts.flatMap(({ field, text }) =>
    findPersonalData(text, rules.finders, rules.keeps).map((found) => {
      const datum = text.slice(found.start, found.end)
      return {
        ...found,
        field,
        datum,
        before: before(text, found.start),
        after: after(text, found.end),
        isMild: found.kind === 'name' || isKnown(found, datum, known),
        seal: createHash('sha256')
          .update(`${found.kind}:${bare(datum)}`)
          .digest('hex')
          .slice(0, 16),
      }
    }),
  )
}

/** As it is compared: however somebody puts spaces, hyphens and accents. */
const bare = (text: string) => fold(text).replace(/[^\p{L}\p{N}@]/gu, '')

/** With or without the country's, these are the same telephone. */
const FIGURES_OF_PHONE = 9

function isKnown({ kind }: Found, datum: string, known: readonly string[]): boolean {
  const looked = kind === 'phone' ? bare(datum).slice(-FIGURES_OF_PHONE) : bare(datum)
  return known.some((each) => each.includes(looked))
}

function before(text: string, start: number): string {
  const from = Math.max(0, start - AROUND)
  const cut = from === 0 ? '' : '…'
  return cut + text.slice(from, start).replace(/^\S*\s/, from === 0 ? '$&' : '')
}

function after(text: string, end: number): string {
  const until = end + AROUND
  if (until >= text.length) return text.slice(end)
  return `${text.slice(end, until).replace(/\s\S*$/, '')}…`
}

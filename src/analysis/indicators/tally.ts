import type { PlainDate } from '../../platform/dates.ts'
import type { CaseFacts } from './case-facts.ts'
import { contributionsOf, type Contribution } from './contributions.ts'
import { isByDay, type Measure } from './measures.ts'
import { placesOf, type Place } from './places.ts'

/** The cells of one place and month, by measure. */
export interface TalliedMonth {
  place: Place
  month: PlainDate
  measures: Map<Measure, number[]>
}

const LONGEST_MONTH = 31

/** Adds up what cases contribute; it grows with the cells and not with the cases. */
export class Tally {
  readonly #months = new Map<string, TalliedMonth>()

  add(facts: CaseFacts): void {
    this.#count(facts, 1)
  }

  takeAway(facts: CaseFacts): void {
    this.#count(facts, -1)
  }

  /** In how many months of places anything was counted. */
  get size(): number {
    return this.#months.size
  }

  /** Those in which anything was counted. */
  months(): TalliedMonth[] {
    return [...this.#months.values()]
  }

  /** Takes off those before a month. */
  takeBefore(first: PlainDate): TalliedMonth[] {
    const taken = [...this.#months].filter(([, { month }]) => month < first)
    for (const [key] of taken) this.#months.delete(key)
    return taken.map(([, each]) => each)
  }

  #count(facts: CaseFacts, by: 1 | -1): void {
    const contributions = byMonth(contributionsOf(facts))
    for (const place of placesOf(facts)) {
      const placeKey = `${place.within} ${place.breakdown} ${place.kind} ${place.member} `
      for (const [month, all] of contributions) {
        const { measures } = this.#monthOf(placeKey + month, place, month)
        for (const { measure, bucket } of all) {
          let counts = measures.get(measure)
          if (!counts) measures.set(measure, (counts = emptyRow(measure, bucket)))
          while (counts.length <= bucket) counts.push(0)
          counts[bucket] = (counts[bucket] ?? 0) + by
        }
      }
    }
  }

  #monthOf(key: string, place: Place, month: PlainDate): TalliedMonth {
    const found = this.#months.get(key)
    if (found) return found
    const made = { place, month, measures: new Map<Measure, number[]>() }
    this.#months.set(key, made)
    return made
  }
}

/** Of its final length where that is known: a row that grows is copied again and again. */
function emptyRow(measure: Measure, bucket: number): number[] {
  return new Array<number>((isByDay(measure) ? LONGEST_MONTH : bucket) + 1).fill(0)
}

function byMonth(contributions: readonly Contribution[]): Map<PlainDate, Contribution[]> {
  const months = new Map<PlainDate, Contribution[]>()
  for (const each of contributions) {
    const others = months.get(each.month)
    if (others) others.push(each)
    else months.set(each.month, [each])
  }
  return months
}

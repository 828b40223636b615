import type { PlainDate } from '../../platform/dates.ts'
import type { CaseFacts } from './case-facts.ts'
import { contributionsOf, type Contribution } from './contributions.ts'
import type { Measure } from './measures.ts'
import { placesOf, type Place } from './places.ts'

/** The cells of one place and month, by measure. */
export interface TalliedMonth {
  place: Place
  month: PlainDate
  measures: Map<Measure, number[]>
}

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

  #count(facts: CaseFacts, by: 1 | -1): void {
    const contributions = byMonth(contributionsOf(facts))
    for (const place of placesOf(facts)) {
      for (const [month, all] of contributions) {
        const { measures } = this.#monthOf(place, month)
        for (const { measure, bucket } of all) {
          const counts = measures.get(measure) ?? []
          if (counts.length === 0) measures.set(measure, counts)
          while (counts.length <= bucket) counts.push(0)
          counts[bucket] = (counts[bucket] ?? 0) + by
        }
      }
    }
  }

  #monthOf(place: Place, month: PlainDate): TalliedMonth {
    const key = `${place.within} ${place.breakdown} ${month} ${place.kind} ${place.member}`
    const found = this.#months.get(key)
    if (found) return found
    const made = { place, month, measures: new Map<Measure, number[]>() }
    this.#months.set(key, made)
    return made
  }
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

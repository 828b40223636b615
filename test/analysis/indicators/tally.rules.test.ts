import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { CaseFacts } from '../../../src/analysis/index.ts'
import {
  packCounts,
  unpackCounts,
  type PackedCounts,
} from '../../../src/analysis/indicators/cell-packing.ts'
import { addCell, cellsOf, keyOf, type Cell } from '../../../src/analysis/indicators/cells.ts'
import { keep, restore, type KeptFacts } from '../../../src/analysis/indicators/kept-facts.ts'
import { Tally } from '../../../src/analysis/indicators/tally.ts'
import { addDays } from '../../../src/platform/dates.ts'
import { someFacts } from './some-facts.ts'

const day = fc.integer({ min: 0, max: 70 }).map((shift) => addDays('2025-01-01', shift))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const span = fc.record({
  on: day,
  workingDays: maybe(fc.constantFrom(0, 1, 7, 15)),
  calendarDays: maybe(fc.integer({ min: 0, max: 9 })),
})

/** Whatever a case may tell, also what no book would. */
const anyFacts: fc.Arbitrary<Partial<CaseFacts>> = fc.record({
  kind: fc.constantFrom('complaint', 'suggestion'),
  centreId: maybe(fc.constantFrom('c1', 'c2')),
  unitId: maybe(fc.constantFrom('u1', 'u2')),
  serviceId: maybe(fc.constantFrom('s1', 's2')),
  channel: maybe(fc.constantFrom('web', 'counter')),
  motive: maybe(fc.constantFrom('delay', 'treatment')),
  cause: maybe(fc.constantFrom('staff', 'systems')),
  registeredOn: day,
  acknowledgedAtOnce: maybe(fc.boolean()),
  firstResponse: maybe(span),
  triageDueOn: maybe(day),
  triagedOn: maybe(day),
  correctionAsked: fc.boolean(),
  dueOn: maybe(day),
  answer: maybe(span),
  outcome: maybe(fc.constantFrom('upheld' as const, 'not_upheld' as const)),
  notice: maybe(span),
  endedOn: maybe(day),
  ending: maybe(
    fc.constantFrom('withdrawn' as const, 'transferred' as const, 'consolidated' as const),
  ),
  olderOn: fc.record({ 10: maybe(day), 20: maybe(day), 30: maybe(day) }),
  repeated: fc.boolean(),
  rating: maybe(
    fc.record({
      on: day,
      satisfaction: fc.integer({ min: 1, max: 5 }),
      resolved: fc.constantFrom('yes' as const, 'partly' as const, 'no' as const),
    }),
  ),
  stays: fc
    .array(fc.tuple(fc.constantFrom('registered', 'assigned'), span), { maxLength: 2 })
    .map((stays) => stays.map(([state, stay]) => ({ state, ...stay }))),
})

/** The cells after so many portions of changes, each adding the difference to what is there. */
class Kept {
  readonly #cells = new Map<string, Cell>()

  add(tally: Tally): void {
    for (const cell of cellsOf(tally.months())) {
      const sum = addCell(this.#cells.get(keyOf(cell))?.counts ?? new Map(), cell)
      if (sum.counts.size === 0) this.#cells.delete(keyOf(cell))
      else this.#cells.set(keyOf(cell), sum)
    }
  }

  told = () => told([...this.#cells.values()])
}

/** The same cells in any order are the same text. */
const told = (cells: readonly Cell[]) =>
  cells
    .flatMap((cell) => [...cell.counts].map((counts) => `${keyOf(cell)} ${counts.join(' ')}`))
    .sort()
    .join('\n')

describe('Cells that grow with every change', () => {
  it('are those of a count from the beginning, after a thousand histories', () => {
    const history = fc.array(anyFacts, { minLength: 1, maxLength: 5 })
    const book = fc.array(history, { minLength: 250, maxLength: 250 })
    const portion = fc.integer({ min: 40, max: 200 })
    fc.assert(
      fc.property(book, portion, (histories, size) => {
        // what happened first in any case, then what happened next
        const changes = [0, 1, 2, 3, 4].flatMap((round) =>
          histories.flatMap((each, which) => {
            const [before, after] = [each[round - 1], each[round]]
            return after ? [{ caseId: `case ${which}`, before, after }] : []
          }),
        )
        const kept = new Kept()
        for (let from = 0; from < changes.length; from += size) {
          const tally = new Tally()
          for (const { caseId, before, after } of changes.slice(from, from + size)) {
            if (before) tally.takeAway(someFacts({ ...before, caseId }))
            tally.add(someFacts({ ...after, caseId }))
          }
          kept.add(tally)
        }
        const anew = new Tally()
        for (const each of histories) anew.add(someFacts(each.at(-1)))
        expect(kept.told() === told(cellsOf(anew.months()))).toBe(true)
      }),
      { numRuns: 4, endOnFailure: true },
    )
  })

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(anyFacts, (each) => {
        const tally = new Tally()
        tally.add(someFacts(each))
        for (const { counts } of cellsOf(tally.months())) {
          const stored = JSON.parse(JSON.stringify(packCounts(counts))) as PackedCounts
          expect(new Map([...unpackCounts(stored)].sort())).toEqual(new Map([...counts].sort()))
        }
      }),
      { numRuns: 20 },
    )
  })

  it('keep facts as they were told', () => {
    fc.assert(
      fc.property(anyFacts, (told) => {
        const facts = someFacts(told)
        expect(restore(facts, JSON.parse(JSON.stringify(keep(facts))) as KeptFacts)).toEqual(facts)
      }),
    )
  })
})

import type { CaseFacts } from '../../../src/analysis/index.ts'
import { addCells } from '../../../src/analysis/indicators/cell-store.ts'
import { cellsOf } from '../../../src/analysis/indicators/cells.ts'
import { monthOf } from '../../../src/analysis/indicators/contributions.ts'
import { Tally, type TalliedMonth } from '../../../src/analysis/indicators/tally.ts'
import { readAllFacts } from '../../../src/analysis/indicators/told-facts.ts'
import { inTransaction } from '../../../src/platform/database/connection.ts'
import { addDays } from '../../../src/platform/dates.ts'
import { makeChance } from '../../../src/seeding/chance.ts'
import { SEED, type LivedBook } from '../lived-book.ts'
import { drawFacts, MOST_WEEKS } from './draw-facts.ts'

const COUNTED_AT_ONCE = 50_000

/** Counts so many more cases, drawn from those that were lived, into the cells of the book. */
export async function countDrawn(book: LivedBook, cases: number): Promise<void> {
  const lives: CaseFacts[] = []
  for await (const facts of readAllFacts(book.system.db, book.administrationId)) {
    lives.push(...facts)
  }
  const tally = new Tally()
  let drawn = 0
  for (const facts of drawFacts(lives, cases, makeChance(SEED))) {
    tally.add(facts)
    drawn += 1
    if (drawn % COUNTED_AT_ONCE > 0) continue
    // what is drawn next is moved back by so many weeks and no more
    await write(book, tally.takeBefore(monthOf(addDays(facts.registeredOn, -7 * MOST_WEEKS - 31))))
  }
  await write(book, tally.months())
}

function write({ system, administrationId }: LivedBook, months: readonly TalliedMonth[]) {
  return inTransaction(system.db, (tx) => addCells(tx, administrationId, cellsOf(months)))
}

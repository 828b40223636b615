import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findAdministrationBySlug } from '../../../src/administrations/index.ts'
import type { CaseFacts } from '../../../src/analysis/index.ts'
import { addCells } from '../../../src/analysis/indicators/cell-store.ts'
import { cellsOf } from '../../../src/analysis/indicators/cells.ts'
import { monthOf } from '../../../src/analysis/indicators/contributions.ts'
import { Tally, type TalliedMonth } from '../../../src/analysis/indicators/tally.ts'
import { readAllFacts } from '../../../src/analysis/indicators/told-facts.ts'
import { readConfig } from '../../../src/config.ts'
import { prepareInstallation } from '../../../src/installation/index.ts'
import { inTransaction } from '../../../src/platform/database/connection.ts'
import { addDays } from '../../../src/platform/dates.ts'
import { makeChance } from '../../../src/seeding/chance.ts'
import { seedAtOnce } from '../../../src/seeding/index.ts'
import { openSystem, type System } from '../../../src/system.ts'
import { drawFacts, MOST_WEEKS } from './draw-facts.ts'

const SEED = 20_261_122
const YEARS = 5
const COUNTED_AT_ONCE = 50_000

/** A system of its own whose book has so many cases that were really lived. */
export interface LivedBook {
  system: System
  administrationId: string
  lives: readonly CaseFacts[]
  close(): Promise<void>
}

export async function openLivedBook(cases: number): Promise<LivedBook> {
  const dataDir = await mkdtemp(join(tmpdir(), 'libro-abierto-bench-'))
  const system = await openSystem(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {
    as: 'server',
  })
  await prepareInstallation(system, system.clock())
  await seedAtOnce(system, { slug: 'demo', cases, seed: SEED, years: YEARS }, system.clock())
  const administration = await findAdministrationBySlug(system.db, 'demo')
  if (!administration) throw new Error('the demonstration is not there')
  const { administrationId } = administration
  const lives: CaseFacts[] = []
  for await (const facts of readAllFacts(system.db, administrationId)) lives.push(...facts)
  const close = async () => {
    await system.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { system, administrationId, lives, close }
}

/** Counts so many more cases, drawn from those that were lived, into the cells of the book. */
export async function countDrawn(book: LivedBook, cases: number): Promise<void> {
  const tally = new Tally()
  let drawn = 0
  for (const facts of drawFacts(book.lives, cases, makeChance(SEED))) {
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

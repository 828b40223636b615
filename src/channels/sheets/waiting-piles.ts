import { listLoadedSheets } from '../../cases/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { findNextInPile, listWaiting, type Pile } from './pile-store.ts'

/** A pile with the sheets of it that are not in the book. */
export interface WaitingPile extends Pile {
  sheetNumbers: readonly string[]
}

/** The piles of which something is still to be typed, the most urgent first. */
export async function listWaitingPiles(
  db: Db,
  administrationId: string,
): Promise<{ piles: WaitingPile[]; loaded: string[] }> {
  const sheets = await listWaiting(db, administrationId)
  const numbers = sheets.map(({ sheetNumber }) => sheetNumber)
  const loaded = await listLoadedSheets(db, administrationId, numbers)
  const piles = new Map<string, WaitingPile & { sheetNumbers: string[] }>()
  for (const { sheetNumber, ...pile } of sheets) {
    if (loaded.has(sheetNumber)) continue
    const known = piles.get(pile.pileId)
    if (known) known.sheetNumbers.push(sheetNumber)
    else piles.set(pile.pileId, { ...pile, sheetNumbers: [sheetNumber] })
  }
  return { piles: [...piles.values()], loaded: [...loaded.keys()] }
}

/** The sheet under this one in its pile, if it is not in the book yet; empty: nobody knows. */
export async function nextSheet(
  db: Db,
  administrationId: string,
  sheetNumber: string,
): Promise<string> {
  const next = await findNextInPile(db, administrationId, sheetNumber)
  if (next === null) return ''
  const loaded = await listLoadedSheets(db, administrationId, [next])
  return loaded.has(next) ? '' : next
}

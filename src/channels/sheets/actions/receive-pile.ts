import { randomUUID } from 'node:crypto'
import type { BookRules } from '../../../administrations/index.ts'
import { recordChange } from '../../../audit/index.ts'
import { loadLimit } from '../../../cases/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { violatedConstraint } from '../../../platform/database/violations.ts'
import { instantAt, localDate, type PlainDate } from '../../../platform/dates.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { insertPile, type Pile } from '../pile-store.ts'

const NOON = '12:00'

export interface PileToReceive {
  book: BookRules
  accountId: string
  centreId: string
  receivedOn: PlainDate
  sheetNumbers: readonly string[]
}

/** Notes that written sheets arrived, so that their limit is watched before they are typed. */
export async function receivePile(
  { db }: Pick<System, 'db'>,
  { book, accountId, centreId, receivedOn, sheetNumbers }: PileToReceive,
  now: Date,
): Promise<Pile> {
  const { administrationId, timeZone } = book.administration
  if (receivedOn > localDate(now, timeZone)) {
    throw new Invalid([{ field: 'receivedOn', code: 'in_future' }])
  }
  const handedOverAt = instantAt(receivedOn, NOON, timeZone)
  const limit = await loadLimit(db, book, { centreId, handedOverAt }, now)
  const pile: Pile = {
    administrationId,
    pileId: randomUUID(),
    centreId,
    receivedOn,
    dueOn: limit?.dueOn ?? null,
    recordedAt: now,
    recordedBy: accountId,
  }
  try {
    await inTransaction(db, async (tx) => {
      await insertPile(tx, pile, sheetNumbers)
      const details = { pileId: pile.pileId, sheets: sheetNumbers.length }
      const change = { administrationId, accountId, at: now, details }
      await recordChange(tx, { ...change, action: 'sheets_received' })
    })
  } catch (error) {
    if (violatedConstraint(error) !== 'piled_sheets_pkey') throw error
    throw new Invalid([{ field: 'first', code: 'piled' }])
  }
  return pile
}

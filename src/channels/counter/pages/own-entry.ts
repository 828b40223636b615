import type { Response } from 'express'
import { findCase, findOrigin, receiptOf, type Receipt } from '../../../cases/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import type { CounterRoom } from './desk-room.ts'

/** The receipt is handed over while the person is there, or posted the same day. */
const HOURS = 24

export interface OwnEntry {
  caseId: string
  receipt: Receipt
  sheetNumber: string | null
  dueOn: PlainDate | null
  daysLate: number | null
}

/** What this very person registered today, with its secret; null for everybody else. */
export async function findOwnEntry(
  system: System,
  { administrationId, staff, now }: CounterRoom,
  caseNumber: string,
  response: Response,
): Promise<OwnEntry | null> {
  const item = await findCase(system.db, { administrationId, caseNumber })
  if (!item || now.getTime() - item.registeredAt.getTime() > HOURS * 3_600_000) return null
  const origin = await findOrigin(system.db, item)
  if (origin?.registeredBy !== staff.accountId) return null
  const { lang, t } = response.locals
  return {
    caseId: item.caseId,
    receipt: await receiptOf(system, item, { lang, t }),
    sheetNumber: origin.sheetNumber,
    dueOn: origin.loadDueOn,
    daysLate: origin.loadDaysLate,
  }
}

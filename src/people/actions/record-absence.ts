import { randomUUID } from 'node:crypto'
import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { addDays, localDate, type PlainDate } from '../../platform/dates.ts'
import { Invalid, NotAllowed, NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { mayRecordAbsence } from '../absence-policy.ts'
import {
  deleteAbsence,
  getAbsence,
  insertAbsence,
  listAbsences,
  updateAbsenceEnd,
} from '../absence-store.ts'
import { lockAccount } from '../account-store.ts'
import { isStanding } from '../grant-policy.ts'
import { listGrantsOf } from '../grant-store.ts'
import type { Staff, Workplace } from '../staff-policy.ts'

export interface AbsenceToRecord {
  accountId: string
  from: PlainDate
  until: PlainDate
  substituteAccountId: string | null
}

type Ground = Pick<System, 'db' | 'clock'>

/** From that day on the person's new cases go to the substitute, or to the desk. */
export async function recordAbsence(
  system: Ground,
  staff: Staff,
  { administrationId, timeZone }: Workplace,
  absence: AbsenceToRecord,
): Promise<void> {
  const now = system.clock()
  const today = localDate(now, timeZone)
  const { accountId, from, until, substituteAccountId } = absence
  await inTransaction(system.db, async (tx) => {
    await lockAccount(tx, accountId)
    const works = async (id: string) => {
      const grants = (await listGrantsOf(tx, [id])).filter((grant) => isStanding(grant, today))
      return grants.filter((grant) => grant.administrationId === administrationId)
    }
    const grants = await works(accountId)
    if (grants.length === 0) throw new NotFound()
    if (!mayRecordAbsence(staff, administrationId, { accountId, grants })) throw new NotAllowed()
    if (substituteAccountId !== null && (await works(substituteAccountId)).length === 0) {
      throw new Invalid([{ field: 'substitute', code: 'not_staff' }])
    }
    const others = await listAbsences(tx, administrationId, from, accountId)
    if (others.some((other) => other.from <= until)) {
      throw new Invalid([{ field: 'from', code: 'overlaps' }])
    }
    const absenceId = randomUUID()
    await insertAbsence(
      tx,
      { ...absence, absenceId, administrationId },
      { by: staff.accountId, at: now },
    )
    await recordChange(tx, {
      at: now,
      accountId: staff.accountId,
      administrationId,
      action: 'absence_recorded',
      details: {
        absence: absenceId,
        account: accountId,
        from,
        until,
        substitute: substituteAccountId,
      },
    })
  })
}

/** The person is back, or never left: from today on the absence no longer counts. */
export async function endAbsence(
  system: Ground,
  staff: Staff,
  { administrationId, timeZone }: Workplace,
  absenceId: string,
): Promise<void> {
  const now = system.clock()
  const today = localDate(now, timeZone)
  await inTransaction(system.db, async (tx) => {
    const absence = await getAbsence(tx, absenceId)
    if (absence.administrationId !== administrationId) throw new NotFound()
    const grants = await listGrantsOf(tx, [absence.accountId])
    if (!mayRecordAbsence(staff, administrationId, { accountId: absence.accountId, grants })) {
      throw new NotAllowed()
    }
    if (absence.from >= today) await deleteAbsence(tx, absenceId)
    else await updateAbsenceEnd(tx, absenceId, addDays(today, -1))
    await recordChange(tx, {
      at: now,
      accountId: staff.accountId,
      administrationId,
      action: 'absence_ended',
      details: { absence: absenceId, account: absence.accountId },
    })
  })
}

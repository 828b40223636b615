import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { NotFound } from '../platform/errors.ts'
import type { Absent } from './absence-rules.ts'
import './tables.ts'

export interface Absence {
  absenceId: string
  administrationId: string
  accountId: string
  from: PlainDate
  until: PlainDate
  substituteAccountId: string | null
}

export async function insertAbsence(
  tx: Tx,
  absence: Absence,
  recorded: { by: string | null; at: Date },
): Promise<void> {
  await tx
    .insertInto('absences')
    .values({
      absence_id: absence.absenceId,
      administration_id: absence.administrationId,
      account_id: absence.accountId,
      absent_from: absence.from,
      absent_until: absence.until,
      substitute_account_id: absence.substituteAccountId,
      recorded_by: recorded.by,
      recorded_at: recorded.at,
    })
    .execute()
}

export async function getAbsence(db: Db, absenceId: string): Promise<Absence> {
  const row = await absences(db).where('absence_id', '=', absenceId).executeTakeFirst()
  if (!row) throw new NotFound()
  return toAbsence(row)
}

export async function deleteAbsence(tx: Tx, absenceId: string): Promise<void> {
  await tx.deleteFrom('absences').where('absence_id', '=', absenceId).execute()
}

export async function updateAbsenceEnd(tx: Tx, absenceId: string, until: PlainDate): Promise<void> {
  await tx
    .updateTable('absences')
    .set({ absent_until: until })
    .where('absence_id', '=', absenceId)
    .execute()
}

/** Those of the administration that are not over on the day; of one person, if named. */
export async function listAbsences(
  db: Db,
  administrationId: string,
  day: PlainDate,
  accountId?: string,
): Promise<Absence[]> {
  let query = absences(db)
    .where('administration_id', '=', administrationId)
    .where('absent_until', '>=', day)
    .orderBy('absent_from')
    .orderBy('absence_id')
  if (accountId) query = query.where('account_id', '=', accountId)
  return (await query.execute()).map(toAbsence)
}

/** Everybody who is away on the day, each with the substitute if there is one. */
export async function listAbsentAccounts(
  db: Db,
  administrationId: string,
  day: PlainDate,
): Promise<Absent[]> {
  const rows = await absences(db)
    .where('administration_id', '=', administrationId)
    .where('absent_from', '<=', day)
    .where('absent_until', '>=', day)
    .orderBy('recorded_at', 'desc')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    substituteAccountId: row.substitute_account_id,
  }))
}

type AbsenceRow = Awaited<ReturnType<ReturnType<typeof absences>['executeTakeFirstOrThrow']>>

function absences(db: Db) {
  return db.selectFrom('absences').selectAll()
}

function toAbsence(row: AbsenceRow): Absence {
  return {
    absenceId: row.absence_id,
    administrationId: row.administration_id,
    accountId: row.account_id,
    from: row.absent_from,
    until: row.absent_until,
    substituteAccountId: row.substitute_account_id,
  }
}

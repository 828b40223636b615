import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { Acknowledgement, Recognition, SustainmentCheck } from './practice.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    good_practice_acknowledgements: {
      administration_id: string
      practice_id: string
      version: number
      written_by: string
      actions: number
      known_on: PlainDate
      known_by: string
    }
    good_practice_recognitions: {
      administration_id: string
      recognition_id: string
      practice_id: string
      given_by: string
      given_on: PlainDate
      no_conflict: boolean
      proof_id: string
      noted_on: PlainDate
      noted_by: string
    }
    good_practice_checks: {
      administration_id: string
      check_id: string
      practice_id: string
      checked_on: PlainDate
      goes_on: boolean
      seen: string
      noted_at: Date
      checked_by: string
    }
  }
}

/** Saying it twice of the same text and plan changes nothing. */
export async function insertAcknowledgement(
  tx: Tx,
  administrationId: string,
  one: Acknowledgement,
): Promise<void> {
  await tx
    .insertInto('good_practice_acknowledgements')
    .values({
      administration_id: administrationId,
      practice_id: one.practiceId,
      version: one.version,
      written_by: one.writtenBy,
      actions: one.actions,
      known_on: one.knownOn,
      known_by: one.knownBy,
    })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'practice_id', 'version', 'actions']).doNothing(),
    )
    .execute()
}

/** The newest first. */
export async function listAcknowledgements(
  db: Db,
  administrationId: string,
  practiceId: string,
): Promise<Acknowledgement[]> {
  const rows = await db
    .selectFrom('good_practice_acknowledgements')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('practice_id', '=', practiceId)
    .orderBy('version', 'desc')
    .orderBy('actions', 'desc')
    .execute()
  return rows.map((row) => ({
    practiceId: row.practice_id,
    version: row.version,
    writtenBy: row.written_by,
    actions: row.actions,
    knownOn: row.known_on,
    knownBy: row.known_by,
  }))
}

/** Whoever notes one declares that there is no conflict of interest; otherwise there is nothing to note. */
export async function insertRecognition(
  tx: Tx,
  administrationId: string,
  one: Recognition,
): Promise<void> {
  await tx
    .insertInto('good_practice_recognitions')
    .values({
      administration_id: administrationId,
      recognition_id: one.recognitionId,
      practice_id: one.practiceId,
      given_by: one.givenBy,
      given_on: one.givenOn,
      no_conflict: true,
      proof_id: one.proofId,
      noted_on: one.notedOn,
      noted_by: one.notedBy,
    })
    .execute()
}

/** The newest first. */
export async function listRecognitions(
  db: Db,
  administrationId: string,
  practiceId: string,
): Promise<Recognition[]> {
  return listRecognitionsOf(db, administrationId, [practiceId])
}

/** Of several practices in one question. */
export async function listRecognitionsOf(
  db: Db,
  administrationId: string,
  practiceIds: readonly string[],
): Promise<Recognition[]> {
  if (practiceIds.length === 0) return []
  const rows = await db
    .selectFrom('good_practice_recognitions')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('practice_id', 'in', practiceIds)
    .orderBy('given_on', 'desc')
    .orderBy('recognition_id')
    .execute()
  return rows.map((row) => ({
    recognitionId: row.recognition_id,
    practiceId: row.practice_id,
    givenBy: row.given_by,
    givenOn: row.given_on,
    proofId: row.proof_id,
    notedOn: row.noted_on,
    notedBy: row.noted_by,
  }))
}

export async function insertCheck(
  tx: Tx,
  administrationId: string,
  one: SustainmentCheck,
): Promise<void> {
  await tx
    .insertInto('good_practice_checks')
    .values({
      administration_id: administrationId,
      check_id: one.checkId,
      practice_id: one.practiceId,
      checked_on: one.checkedOn,
      goes_on: one.goesOn,
      seen: one.seen,
      noted_at: one.notedAt,
      checked_by: one.checkedBy,
    })
    .execute()
}

/** The oldest first; of one day, as they were noted. */
export async function listChecks(
  db: Db,
  administrationId: string,
  practiceId: string,
): Promise<SustainmentCheck[]> {
  return listChecksOf(db, administrationId, [practiceId])
}

/** Of several practices in one question. */
export async function listChecksOf(
  db: Db,
  administrationId: string,
  practiceIds: readonly string[],
): Promise<SustainmentCheck[]> {
  if (practiceIds.length === 0) return []
  const rows = await db
    .selectFrom('good_practice_checks')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('practice_id', 'in', practiceIds)
    .orderBy('checked_on')
    .orderBy('noted_at')
    .execute()
  return rows.map((row) => ({
    checkId: row.check_id,
    practiceId: row.practice_id,
    checkedOn: row.checked_on,
    goesOn: row.goes_on,
    seen: row.seen,
    notedAt: row.noted_at,
    checkedBy: row.checked_by,
  }))
}

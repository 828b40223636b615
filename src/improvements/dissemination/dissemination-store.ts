import { sql, type Selectable } from 'kysely'
import type { Role } from '../../people/index.ts'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Dissemination, DisseminationSubject, Question, Reading } from './dissemination.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_disseminations: DisseminationTable
    improvement_readings: {
      administration_id: string
      dissemination_id: string
      account_id: string
      read_at: Date
    }
  }
}

interface DisseminationTable {
  administration_id: string
  dissemination_id: string
  centre_id: string | null
  subject: DisseminationSubject
  about_id: string | null
  title: string
  edition: string
  body: string
  link: string
  audience: Role[]
  how: string
  begun_on: PlainDate
  due_on: PlainDate
  quiz: Question[]
  on_paper: number
  made_at: Date
  made_by: string
}

export async function insertDissemination(tx: Tx, one: Dissemination): Promise<void> {
  await tx
    .insertInto('improvement_disseminations')
    .values({
      administration_id: one.administrationId,
      dissemination_id: one.disseminationId,
      centre_id: one.centreId,
      subject: one.subject,
      about_id: one.aboutId,
      title: one.title,
      edition: one.edition,
      body: one.body,
      link: one.link,
      audience: [...one.audience],
      how: one.how,
      begun_on: one.begunOn,
      due_on: one.dueOn,
      quiz: sql<Question[]>`${JSON.stringify(one.quiz)}::jsonb`,
      on_paper: one.onPaper,
      made_at: one.madeAt,
      made_by: one.madeBy,
    })
    .execute()
}

/** Saying it twice changes nothing. */
export async function insertReading(
  tx: Tx,
  {
    administrationId,
    disseminationId,
  }: Pick<Dissemination, 'administrationId' | 'disseminationId'>,
  { accountId, readAt }: Reading,
): Promise<void> {
  await tx
    .insertInto('improvement_readings')
    .values({
      administration_id: administrationId,
      dissemination_id: disseminationId,
      account_id: accountId,
      read_at: readAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateOnPaper(
  tx: Tx,
  {
    administrationId,
    disseminationId,
  }: Pick<Dissemination, 'administrationId' | 'disseminationId'>,
  onPaper: number,
): Promise<void> {
  await tx
    .updateTable('improvement_disseminations')
    .set({ on_paper: onPaper })
    .where('administration_id', '=', administrationId)
    .where('dissemination_id', '=', disseminationId)
    .execute()
}

export async function getDissemination(
  db: Db,
  administrationId: string,
  disseminationId: string,
): Promise<Dissemination> {
  const row = await db
    .selectFrom('improvement_disseminations')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('dissemination_id', '=', disseminationId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return toDissemination(row)
}

const MOST = 300

export interface DisseminationFilter {
  /** Those of one centre, and those that go to all of them. */
  centreId?: string
  subject?: DisseminationSubject
  aboutId?: string
  from?: PlainDate
  until?: PlainDate
}

/** The newest first. */
export async function listDisseminations(
  db: Db,
  administrationId: string,
  { centreId, subject, aboutId, from, until }: DisseminationFilter = {},
): Promise<Dissemination[]> {
  let query = db
    .selectFrom('improvement_disseminations')
    .selectAll()
    .where('administration_id', '=', administrationId)
  if (centreId !== undefined) {
    query = query.where((on) =>
      on.or([on('centre_id', 'is', null), on('centre_id', '=', centreId)]),
    )
  }
  if (subject !== undefined) query = query.where('subject', '=', subject)
  if (aboutId !== undefined) query = query.where('about_id', '=', aboutId)
  if (from !== undefined) query = query.where('due_on', '>=', from)
  if (until !== undefined) query = query.where('begun_on', '<=', until)
  const rows = await query
    .orderBy('begun_on', 'desc')
    .orderBy('dissemination_id')
    .limit(MOST)
    .execute()
  return rows.map(toDissemination)
}

/** Who read what, by what was sent. */
export async function listReadings(
  db: Db,
  administrationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Reading[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('improvement_readings')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('dissemination_id', 'in', ids)
    .orderBy('read_at')
    .execute()
  const readingsOf = (id: string) =>
    rows
      .filter((row) => row.dissemination_id === id)
      .map((row) => ({ accountId: row.account_id, readAt: row.read_at }))
  return new Map(ids.map((id) => [id, readingsOf(id)]))
}

function toDissemination(row: Selectable<DisseminationTable>): Dissemination {
  return {
    administrationId: row.administration_id,
    disseminationId: row.dissemination_id,
    centreId: row.centre_id,
    subject: row.subject,
    aboutId: row.about_id,
    title: row.title,
    edition: row.edition,
    body: row.body,
    link: row.link,
    audience: row.audience,
    how: row.how,
    begunOn: row.begun_on,
    dueOn: row.due_on,
    quiz: row.quiz,
    onPaper: row.on_paper,
    madeAt: row.made_at,
    madeBy: row.made_by,
  }
}

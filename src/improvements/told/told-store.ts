import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    project_told: ToldTable
    project_feedback: {
      administration_id: string
      project_id: string
      feedback_id: string
      noticed: Noticed
      text: string
      received_on: PlainDate
    }
  }
}

interface ToldTable {
  administration_id: string
  project_id: string
  said: ByLanguage
  did: ByLanguage
  people: number
  unreachable: number
  told_at: Date
  told_by: string
}

/** A text in each language in which somebody wrote it; Spanish stands for those that are missing. */
export type ByLanguage = { es: string } & Readonly<Record<string, string>>

export const NOTICED = ['yes', 'partly', 'no'] as const
export type Noticed = (typeof NOTICED)[number]

/** What was told back of a project: what people said, what was done. */
export interface Told {
  administrationId: string
  projectId: string
  said: ByLanguage
  did: ByLanguage
  people: number
  unreachable: number
  toldAt: Date
}

/** What somebody answered to it; nothing about the person. */
export interface Feedback {
  noticed: Noticed
  text: string
  receivedOn: PlainDate
}

/** False: it was told before. */
export async function insertTold(tx: Tx, told: Told, by: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('project_told')
    .values({
      administration_id: told.administrationId,
      project_id: told.projectId,
      said: sql<ByLanguage>`${JSON.stringify(told.said)}::jsonb`,
      did: sql<ByLanguage>`${JSON.stringify(told.did)}::jsonb`,
      people: told.people,
      unreachable: told.unreachable,
      told_at: told.toldAt,
      told_by: by,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findTold(
  db: Db,
  { administrationId, projectId }: Pick<Told, 'administrationId' | 'projectId'>,
): Promise<Told | null> {
  const row = await db
    .selectFrom('project_told')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  return row ? toTold(row) : null
}

/** The newest first. */
export async function hasTold(db: Db, administrationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('project_told')
    .select('project_id')
    .where('administration_id', '=', administrationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function listTold(db: Db, administrationId: string): Promise<Told[]> {
  const rows = await db
    .selectFrom('project_told')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy('told_at', 'desc')
    .execute()
  return rows.map(toTold)
}

function toTold(row: Selectable<ToldTable>): Told {
  return {
    administrationId: row.administration_id,
    projectId: row.project_id,
    said: row.said,
    did: row.did,
    people: row.people,
    unreachable: row.unreachable,
    toldAt: row.told_at,
  }
}

export async function insertFeedback(
  tx: Tx,
  { administrationId, projectId }: Pick<Told, 'administrationId' | 'projectId'>,
  { feedbackId, noticed, text, receivedOn }: Feedback & { feedbackId: string },
): Promise<void> {
  await tx
    .insertInto('project_feedback')
    .values({
      administration_id: administrationId,
      project_id: projectId,
      feedback_id: feedbackId,
      noticed,
      text,
      received_on: receivedOn,
    })
    .execute()
}

/** The newest first. */
export async function listFeedback(
  db: Db,
  { administrationId, projectId }: Pick<Told, 'administrationId' | 'projectId'>,
): Promise<Feedback[]> {
  return db
    .selectFrom('project_feedback')
    .select(['noticed', 'text', 'received_on as receivedOn'])
    .where('administration_id', '=', administrationId)
    .where('project_id', '=', projectId)
    .orderBy('received_on', 'desc')
    .orderBy('feedback_id')
    .execute()
}

export async function countFeedbackOf(
  db: Db,
  { administrationId, projectId }: Pick<Told, 'administrationId' | 'projectId'>,
  day: PlainDate,
): Promise<number> {
  const row = await db
    .selectFrom('project_feedback')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('administration_id', '=', administrationId)
    .where('project_id', '=', projectId)
    .where('received_on', '=', day)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

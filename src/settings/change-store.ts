import type { ColumnType, Generated } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'

type Json = ColumnType<unknown, string | null, never>

declare module '../platform/database/tables.ts' {
  interface Tables {
    setting_changes: {
      administration_id: string
      change_no: Generated<number>
      subject: string
      subject_id: string
      version: number
      changed_at: Date
      changed_by: string
      value_before: Json
      value_after: Json
      undoes: number | null
    }
  }
}

/** One thing that was settled, in one version. */
export interface ChangeKey {
  subject: string
  id: string
  version: number
}

export interface SettingChange extends ChangeKey {
  at: Date
  by: string
  before: unknown
  after: unknown
  undoes: number | null
}

/** Whether nobody had written that version meanwhile. */
export async function insertChange(
  tx: Tx,
  administrationId: string,
  change: SettingChange,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('setting_changes')
    .values({
      administration_id: administrationId,
      subject: change.subject,
      subject_id: change.id,
      version: change.version,
      changed_at: change.at,
      changed_by: change.by,
      value_before: change.before === null ? null : JSON.stringify(change.before),
      value_after: change.after === null ? null : JSON.stringify(change.after),
      undoes: change.undoes,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** 0: it stands as the file of the administration brought it. */
export async function lastVersion(
  db: Db,
  administrationId: string,
  subject: string,
  id: string,
): Promise<number> {
  const row = await db
    .selectFrom('setting_changes')
    .select((is) => is.fn.max('version').as('version'))
    .where('administration_id', '=', administrationId)
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .executeTakeFirst()
  return row?.version ?? 0
}

/** Of every thing of a kind that was changed on screen. */
export async function lastVersions(
  db: Db,
  administrationId: string,
  subject: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('setting_changes')
    .select((is) => ['subject_id', is.fn.max('version').as('version')])
    .where('administration_id', '=', administrationId)
    .where('subject', '=', subject)
    .groupBy('subject_id')
    .execute()
  return new Map(rows.map((row) => [row.subject_id, row.version]))
}

export async function findChange(
  db: Db,
  administrationId: string,
  { subject, id, version }: ChangeKey,
): Promise<SettingChange | null> {
  const row = await changesOf(db, administrationId)
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? toChange(row) : null
}

export interface ListedChange extends SettingChange {
  number: number
  /** Of its thing: nothing was settled since. */
  isLast: boolean
}

/** Newest first, before the one of a number. */
export async function listChanges(
  db: Db,
  administrationId: string,
  { subject, before, limit }: { subject?: string; before?: number; limit: number },
): Promise<ListedChange[]> {
  let query = changesOf(db, administrationId)
    .select((is) =>
      is
        .not(
          is.exists(
            is
              .selectFrom('setting_changes as later')
              .select('later.version')
              .whereRef('later.administration_id', '=', 'setting_changes.administration_id')
              .whereRef('later.subject', '=', 'setting_changes.subject')
              .whereRef('later.subject_id', '=', 'setting_changes.subject_id')
              .whereRef('later.version', '>', 'setting_changes.version'),
          ),
        )
        .as('is_last'),
    )
    .orderBy('change_no', 'desc')
    .limit(limit)
  if (subject) query = query.where('subject', '=', subject)
  if (before) query = query.where('change_no', '<', before)
  const rows = await query.execute()
  return rows.map((row) => ({
    ...toChange(row),
    number: row.change_no,
    isLast: Boolean(row.is_last),
  }))
}

function changesOf(db: Db, administrationId: string) {
  return db
    .selectFrom('setting_changes')
    .selectAll('setting_changes')
    .where('setting_changes.administration_id', '=', administrationId)
}

type Row = Awaited<ReturnType<ReturnType<typeof changesOf>['executeTakeFirstOrThrow']>>

function toChange(row: Row): SettingChange {
  return {
    subject: row.subject,
    id: row.subject_id,
    version: row.version,
    at: row.changed_at,
    by: row.changed_by,
    before: row.value_before,
    after: row.value_after,
    undoes: row.undoes,
  }
}

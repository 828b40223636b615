import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type {
  EffectCounts,
  EffectIndicator,
  EffectMeasure,
  EffectPeriod,
  StoredIndicator,
  SubjectKind,
} from './indicator.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    project_indicators: IndicatorsTable
  }
}

interface IndicatorsTable {
  administration_id: string
  project_id: string
  measure: EffectMeasure
  kind: string | null
  subject_by: SubjectKind | null
  subject_code: string | null
  driver: string | null
  centre_id: string | null
  service_id: string | null
  before_from: PlainDate
  before_until: PlainDate
  after_days: number
  before_events: number
  before_base: number | null
  before_unread: number
  chosen_at: Date
  chosen_by: string
  locked_at: Date | null
  after_from: PlainDate | null
  after_until: PlainDate | null
  after_events: number | null
  after_base: number | null
  after_unread: number | null
  measured_at: Date | null
}

export interface WhoseIndicator {
  administrationId: string
  projectId: string
}

/** Chosen anew as long as it is not locked; then a trigger refuses. */
export async function upsertIndicator(
  tx: Tx,
  { administrationId, projectId }: WhoseIndicator,
  indicator: EffectIndicator & { beforeCounts: EffectCounts },
  chosen: { at: Date; by: string },
): Promise<void> {
  const { subject, before, beforeCounts } = indicator
  const columns = {
    measure: indicator.measure,
    kind: indicator.kind,
    subject_by: subject?.by ?? null,
    subject_code: subject?.code ?? null,
    driver: indicator.driver,
    centre_id: indicator.centreId,
    service_id: indicator.serviceId,
    before_from: before.from,
    before_until: before.until,
    after_days: indicator.afterDays,
    before_events: beforeCounts.events,
    before_base: beforeCounts.base,
    before_unread: beforeCounts.unread,
    chosen_at: chosen.at,
    chosen_by: chosen.by,
  }
  await tx
    .insertInto('project_indicators')
    .values({
      administration_id: administrationId,
      project_id: projectId,
      ...columns,
      locked_at: null,
      after_from: null,
      after_until: null,
      after_events: null,
      after_base: null,
      after_unread: null,
      measured_at: null,
    })
    .onConflict((on) => on.columns(['administration_id', 'project_id']).doUpdateSet(columns))
    .execute()
}

/** From now on nobody chooses another. */
export async function lockIndicator(tx: Tx, whose: WhoseIndicator, at: Date): Promise<void> {
  await tx
    .updateTable('project_indicators')
    .set({ locked_at: at })
    .where('administration_id', '=', whose.administrationId)
    .where('project_id', '=', whose.projectId)
    .where('locked_at', 'is', null)
    .execute()
}

/** Whether it was not measured before. */
export async function updateMeasured(
  tx: Tx,
  whose: WhoseIndicator,
  after: EffectPeriod & EffectCounts,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('project_indicators')
    .set({
      after_from: after.from,
      after_until: after.until,
      after_events: after.events,
      after_base: after.base,
      after_unread: after.unread,
      measured_at: at,
    })
    .where('administration_id', '=', whose.administrationId)
    .where('project_id', '=', whose.projectId)
    .where('locked_at', 'is not', null)
    .where('measured_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function findIndicator(
  db: Db,
  { administrationId, projectId }: WhoseIndicator,
): Promise<StoredIndicator | null> {
  return (await listIndicators(db, administrationId, [projectId])).get(projectId) ?? null
}

export async function listIndicators(
  db: Db,
  administrationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, StoredIndicator>> {
  if (projectIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('project_indicators')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('project_id', 'in', projectIds)
    .execute()
  return new Map(rows.map((row) => [row.project_id, toIndicator(row)]))
}

function toIndicator(row: Selectable<IndicatorsTable>): StoredIndicator {
  const { subject_by: by, subject_code: code, after_from: from, after_until: until } = row
  return {
    projectId: row.project_id,
    measure: row.measure,
    kind: row.kind,
    subject: by && code !== null ? { by, code } : null,
    driver: row.driver,
    centreId: row.centre_id,
    serviceId: row.service_id,
    before: { from: row.before_from, until: row.before_until },
    afterDays: row.after_days,
    beforeCounts: {
      events: row.before_events,
      base: row.before_base,
      unread: row.before_unread,
    },
    lockedAt: row.locked_at,
    after: from && until ? { from, until } : null,
    afterCounts:
      row.after_events === null
        ? null
        : { events: row.after_events, base: row.after_base, unread: row.after_unread ?? 0 },
    measuredAt: row.measured_at,
  }
}

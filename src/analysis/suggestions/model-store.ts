import type { Db } from '../../platform/database/connection.ts'
import type { Tables } from '../../platform/database/tables.ts'
import type { Measure } from './measure.ts'
import { MODEL_FORMAT } from './model-bytes.ts'
import type { Silence } from './learn-and-measure.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    suggestion_models: {
      administration_id: string
      task: string
      tried_at: Date
      tried_on: number
      silence: Silence | null
      version: number
      model: Buffer | null
      format: number | null
      examples: number | null
      learnt_until: Date | null
      learnt_at: Date | null
      held_out: number | null
      first_right: number | null
      among_three_right: number | null
      most_frequent_right: number | null
      threshold: number | null
    }
  }
}

export interface Trial {
  administrationId: string
  task: string
  at: Date
  /** Confirmed cases at that time. */
  on: number
}

export interface KeptModel {
  version: number
  examples: number
  learntUntil: Date
  learntAt: Date
  measure: Measure
}

export interface TaskStanding {
  task: string
  triedAt: Date
  triedOn: number
  silence: Silence | null
  kept: KeptModel | null
}

const STANDING = [
  'task',
  'tried_at',
  'tried_on',
  'silence',
  'version',
  'format',
  'examples',
  'learnt_until',
  'learnt_at',
  'held_out',
  'first_right',
  'among_three_right',
  'most_frequent_right',
  'threshold',
] as const

/** How each task stands, without the models themselves. */
export async function listStandings(db: Db, administrationId: string): Promise<TaskStanding[]> {
  const rows = await db
    .selectFrom('suggestion_models')
    .select(STANDING)
    .where('administration_id', '=', administrationId)
    .orderBy('task')
    .execute()
  return rows.map((row) => ({
    task: row.task,
    triedAt: row.tried_at,
    triedOn: row.tried_on,
    silence: row.silence,
    kept: keptFrom(row),
  }))
}

type Row = Pick<Tables['suggestion_models'], (typeof STANDING)[number]>

function keptFrom(row: Row): KeptModel | null {
  // written in an older way, it is learnt anew
  if (row.format !== MODEL_FORMAT || !row.learnt_until || !row.learnt_at) return null
  return {
    version: row.version,
    examples: row.examples ?? 0,
    learntUntil: row.learnt_until,
    learntAt: row.learnt_at,
    measure: {
      heldOut: row.held_out ?? 0,
      first: row.first_right ?? 0,
      amongThree: row.among_three_right ?? 0,
      mostFrequent: row.most_frequent_right ?? 0,
      threshold: row.threshold ?? 1,
    },
  }
}

export async function findModelBytes(
  db: Db,
  administrationId: string,
  task: string,
): Promise<Buffer | null> {
  const row = await db
    .selectFrom('suggestion_models')
    .select('model')
    .where('administration_id', '=', administrationId)
    .where('task', '=', task)
    .where('format', '=', MODEL_FORMAT)
    .executeTakeFirst()
  return row?.model ?? null
}

/** The model before it stays, if there is one. */
export async function recordSilence(db: Db, trial: Trial, silence: Silence): Promise<void> {
  const row = { tried_at: trial.at, tried_on: trial.on, silence }
  await db
    .insertInto('suggestion_models')
    .values({ administration_id: trial.administrationId, task: trial.task, version: 0, ...row })
    .onConflict((on) => on.columns(['administration_id', 'task']).doUpdateSet(row))
    .execute()
}

/** A model that became no better than guessing is no longer shown. */
export async function dropModel(db: Db, administrationId: string, task: string): Promise<void> {
  await db
    .updateTable('suggestion_models')
    .set({ model: null, format: null, learnt_until: null, learnt_at: null })
    .where('administration_id', '=', administrationId)
    .where('task', '=', task)
    .execute()
}

/** What erased cases taught goes; the next night learns from what is left. */
export async function forgetLearnt(db: Db, administrationId: string): Promise<void> {
  await db
    .deleteFrom('suggestion_models')
    .where('administration_id', '=', administrationId)
    .execute()
}

export async function keepModel(
  db: Db,
  trial: Trial,
  { bytes, examples, learntUntil, measure }: NewModel,
): Promise<void> {
  const row = {
    tried_at: trial.at,
    tried_on: trial.on,
    silence: null,
    model: bytes,
    format: MODEL_FORMAT,
    examples,
    learnt_until: learntUntil,
    learnt_at: trial.at,
    held_out: measure.heldOut,
    first_right: measure.first,
    among_three_right: measure.amongThree,
    most_frequent_right: measure.mostFrequent,
    threshold: measure.threshold,
  }
  await db
    .insertInto('suggestion_models')
    .values({ administration_id: trial.administrationId, task: trial.task, version: 1, ...row })
    .onConflict((on) =>
      on.columns(['administration_id', 'task']).doUpdateSet((with_) => ({
        ...row,
        version: with_('suggestion_models.version', '+', 1),
      })),
    )
    .execute()
}

export interface NewModel {
  bytes: Buffer
  examples: number
  learntUntil: Date
  measure: Measure
}

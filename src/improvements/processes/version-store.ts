import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { ProcessValidation, ProcessVersion, ValidatedAs } from './process.ts'
import type { Step } from './step.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    process_versions: {
      administration_id: string
      process_id: string
      version: number
      objective: string
      steps: Step[]
      revision: number
      written_at: Date
      written_by: string
      validated_on: PlainDate | null
    }
    process_validations: {
      administration_id: string
      process_id: string
      version: number
      validated_as: ValidatedAs
      account_id: string
      validated_on: PlainDate
    }
  }
}

const VERSION = [
  'process_id as processId',
  'version',
  'objective',
  'steps',
  'revision',
  'written_at as writtenAt',
  'written_by as writtenBy',
  'validated_on as validatedOn',
] as const

/** All versions of these processes, the newest of each first. */
export async function listVersions(
  db: Db,
  administrationId: string,
  processIds: readonly string[],
): Promise<ProcessVersion[]> {
  if (processIds.length === 0) return []
  const rows = await db
    .selectFrom('process_versions')
    .select(VERSION)
    .where('administration_id', '=', administrationId)
    .where('process_id', 'in', processIds)
    .orderBy('process_id')
    .orderBy('version', 'desc')
    .execute()
  const validations = await db
    .selectFrom('process_validations')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('process_id', 'in', processIds)
    .orderBy('validated_on')
    .orderBy('validated_as', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    validations: validations
      .filter((one) => one.process_id === row.processId && one.version === row.version)
      .map((one) => ({ as: one.validated_as, accountId: one.account_id, on: one.validated_on })),
  }))
}

type Written = Omit<ProcessVersion, 'validatedOn' | 'validations' | 'revision'>

export async function insertVersion(
  tx: Tx,
  administrationId: string,
  { processId, version, objective, steps, writtenAt, writtenBy }: Written,
): Promise<void> {
  await tx
    .insertInto('process_versions')
    .values({
      administration_id: administrationId,
      process_id: processId,
      version,
      objective,
      steps: asJson(steps),
      revision: 1,
      written_at: writtenAt,
      written_by: writtenBy,
      validated_on: null,
    })
    .execute()
}

/** False: somebody else wrote since that revision, or it was validated. */
export async function updateDraft(
  tx: Tx,
  administrationId: string,
  {
    processId,
    version,
    objective,
    steps,
    writtenAt,
    writtenBy,
    revision,
  }: Written & {
    revision: number
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('process_versions')
    .set({
      objective,
      steps: asJson(steps),
      revision: revision + 1,
      written_at: writtenAt,
      written_by: writtenBy,
    })
    .where('administration_id', '=', administrationId)
    .where('process_id', '=', processId)
    .where('version', '=', version)
    .where('revision', '=', revision)
    .where('validated_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** So that the head and the evaluator, at the same moment, see each other. */
export async function lockVersion(
  tx: Tx,
  administrationId: string,
  { processId, version }: Pick<ProcessVersion, 'processId' | 'version'>,
): Promise<void> {
  await tx
    .selectFrom('process_versions')
    .select('version')
    .where('administration_id', '=', administrationId)
    .where('process_id', '=', processId)
    .where('version', '=', version)
    .forUpdate()
    .execute()
}

/** What was declared good was another text. */
export async function deleteValidations(
  tx: Tx,
  administrationId: string,
  { processId, version }: Pick<ProcessVersion, 'processId' | 'version'>,
): Promise<void> {
  await tx
    .deleteFrom('process_validations')
    .where('administration_id', '=', administrationId)
    .where('process_id', '=', processId)
    .where('version', '=', version)
    .execute()
}

export async function insertValidation(
  tx: Tx,
  administrationId: string,
  { processId, version }: Pick<ProcessVersion, 'processId' | 'version'>,
  { as, accountId, on }: ProcessValidation,
): Promise<void> {
  await tx
    .insertInto('process_validations')
    .values({
      administration_id: administrationId,
      process_id: processId,
      version,
      validated_as: as,
      account_id: accountId,
      validated_on: on,
    })
    .execute()
}

export async function updateValidated(
  tx: Tx,
  administrationId: string,
  { processId, version }: Pick<ProcessVersion, 'processId' | 'version'>,
  on: PlainDate,
): Promise<void> {
  await tx
    .updateTable('process_versions')
    .set({ validated_on: on })
    .where('administration_id', '=', administrationId)
    .where('process_id', '=', processId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
}

function asJson(steps: readonly Step[]) {
  return sql<Step[]>`${JSON.stringify(steps)}::jsonb`
}

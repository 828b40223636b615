import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { ImprovementPlace } from '../improvement-place.ts'
import type { Process } from './process.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    processes: {
      administration_id: string
      process_id: string
      centre_id: string | null
      service_id: string
      begun_at: Date
      begun_by: string
    }
  }
}

const PROCESS = [
  'administration_id as administrationId',
  'process_id as processId',
  'centre_id as centreId',
  'service_id as serviceId',
] as const

/** Those of the place and those of all centres; without a centre, every one. */
export async function listProcesses(
  db: Db,
  { administrationId, centreId }: ImprovementPlace,
): Promise<Process[]> {
  let query = db
    .selectFrom('processes')
    .select(PROCESS)
    .where('administration_id', '=', administrationId)
    .orderBy('begun_at')
  if (centreId !== null) {
    query = query.where((is) =>
      is.or([is('centre_id', '=', centreId), is('centre_id', 'is', null)]),
    )
  }
  return query.execute()
}

export async function getProcess(
  db: Db,
  administrationId: string,
  processId: string,
): Promise<Process> {
  const process = await db
    .selectFrom('processes')
    .select(PROCESS)
    .where('administration_id', '=', administrationId)
    .where('process_id', '=', processId)
    .executeTakeFirst()
  if (!process) throw new NotFound()
  return process
}

/** False: the service has a process in that place already. */
export async function insertProcess(
  tx: Tx,
  { administrationId, processId, centreId, serviceId }: Process,
  begun: { at: Date; by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('processes')
    .values({
      administration_id: administrationId,
      process_id: processId,
      centre_id: centreId,
      service_id: serviceId,
      begun_at: begun.at,
      begun_by: begun.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

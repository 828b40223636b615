import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { ImprovementPlace } from '../improvement-place.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_correctives: CorrectiveTable
  }
}

interface CorrectiveTable {
  administration_id: string
  corrective_id: string
  centre_id: string | null
  finding: string
  cause: string
  inspection_id: string | null
  area_id: string | null
  item: string | null
  noted_at: Date
  noted_by: string
}

/** Which result of an inspection showed it. */
export interface FoundBy {
  inspectionId: string
  areaId: string
  item: string
}

/** What is wrong and why; the action, its day and its owner are the task that came out of it. */
export interface Corrective extends ImprovementPlace {
  correctiveId: string
  finding: string
  cause: string
  foundBy: FoundBy | null
  notedAt: Date
  notedBy: string
}

export async function insertCorrective(tx: Tx, corrective: Corrective): Promise<void> {
  await tx
    .insertInto('improvement_correctives')
    .values({
      administration_id: corrective.administrationId,
      corrective_id: corrective.correctiveId,
      centre_id: corrective.centreId,
      finding: corrective.finding,
      cause: corrective.cause,
      inspection_id: corrective.foundBy?.inspectionId ?? null,
      area_id: corrective.foundBy?.areaId ?? null,
      item: corrective.foundBy?.item ?? null,
      noted_at: corrective.notedAt,
      noted_by: corrective.notedBy,
    })
    .execute()
}

const MOST = 300

/** The newest first; without a centre, those of everywhere. */
export async function listCorrectives(
  db: Db,
  administrationId: string,
  centreId?: string | null,
): Promise<Corrective[]> {
  let query = db
    .selectFrom('improvement_correctives')
    .selectAll()
    .where('administration_id', '=', administrationId)
  if (centreId) query = query.where('centre_id', '=', centreId)
  const rows = await query.orderBy('noted_at', 'desc').limit(MOST).execute()
  return rows.map(toCorrective)
}

function toCorrective(row: Selectable<CorrectiveTable>): Corrective {
  const { inspection_id: inspectionId, area_id: areaId, item } = row
  return {
    administrationId: row.administration_id,
    correctiveId: row.corrective_id,
    centreId: row.centre_id,
    finding: row.finding,
    cause: row.cause,
    foundBy: inspectionId && areaId && item ? { inspectionId, areaId, item } : null,
    notedAt: row.noted_at,
    notedBy: row.noted_by,
  }
}

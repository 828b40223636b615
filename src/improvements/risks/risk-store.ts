import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { Risk } from './risk.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    corruption_risks: {
      administration_id: string
      risk_id: string
      version: number
      centre_id: string | null
      point: string
      cause: string
      category: string | null
      likelihood: number
      impact: number
      control: string
      owner_id: string
      assessed_on: PlainDate
      assessed_by: string
    }
  }
}

/** Whether nobody had written that version before. */
export async function insertRisk(tx: Tx, risk: Risk): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('corruption_risks')
    .values({
      administration_id: risk.administrationId,
      risk_id: risk.riskId,
      version: risk.version,
      centre_id: risk.centreId,
      point: risk.point,
      cause: risk.cause,
      category: risk.category,
      likelihood: risk.likelihood,
      impact: risk.impact,
      control: risk.control,
      owner_id: risk.ownerId,
      assessed_on: risk.assessedOn,
      assessed_by: risk.assessedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Of a centre and of all of them together: every version, of each risk the newest first. */
export async function listRiskVersions(
  db: Db,
  administrationId: string,
  centreId: string | null,
): Promise<Risk[]> {
  let query = db
    .selectFrom('corruption_risks')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy('risk_id')
    .orderBy('version', 'desc')
  if (centreId !== null) {
    query = query.where((is) =>
      is.or([is('centre_id', '=', centreId), is('centre_id', 'is', null)]),
    )
  }
  return (await query.execute()).map((row) => ({
    administrationId: row.administration_id,
    riskId: row.risk_id,
    version: row.version,
    centreId: row.centre_id,
    point: row.point,
    cause: row.cause,
    category: row.category,
    likelihood: row.likelihood,
    impact: row.impact,
    control: row.control,
    ownerId: row.owner_id,
    assessedOn: row.assessed_on,
    assessedBy: row.assessed_by,
  }))
}

/** As each risk was assessed last. */
export function newestOf(versions: readonly Risk[]): Risk[] {
  return versions.filter((risk, index) => versions[index - 1]?.riskId !== risk.riskId)
}

import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { Charter, Frequency, TeamRole } from './charter.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_charters: {
      administration_id: string
      charter_id: string
      centre_id: string
      year: number
      version: number
      meets: Frequency
      keeps_order: boolean
      written_at: Date
      written_by: string
    }
    improvement_charter_members: {
      administration_id: string
      charter_id: string
      account_id: string
      name: string
      post: string
      team_role: TeamRole
      duties: string
      signed_on: PlainDate | null
    }
  }
}

export async function insertCharter(tx: Tx, charter: Charter): Promise<void> {
  const { administrationId: administration_id, charterId: charter_id } = charter
  await tx
    .insertInto('improvement_charters')
    .values({
      administration_id,
      charter_id,
      centre_id: charter.centreId,
      year: charter.year,
      version: charter.version,
      meets: charter.meets,
      keeps_order: charter.keepsOrder,
      written_at: charter.writtenAt,
      written_by: charter.writtenBy,
    })
    .execute()
  await tx
    .insertInto('improvement_charter_members')
    .values(
      charter.members.map((member) => ({
        administration_id,
        charter_id,
        account_id: member.accountId,
        name: member.name,
        post: member.post,
        team_role: member.teamRole,
        duties: member.duties,
        signed_on: member.signedOn,
      })),
    )
    .execute()
}

/** Whether it waited for that person's signature. */
export async function updateSigned(
  tx: Tx,
  { administrationId, charterId }: Pick<Charter, 'administrationId' | 'charterId'>,
  accountId: string,
  on: PlainDate,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('improvement_charter_members')
    .set({ signed_on: on })
    .where('administration_id', '=', administrationId)
    .where('charter_id', '=', charterId)
    .where('account_id', '=', accountId)
    .where('signed_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** All versions of a year, the newest first. */
export async function listCharters(
  db: Db,
  { administrationId, centreId, year }: Pick<Charter, 'administrationId' | 'centreId' | 'year'>,
): Promise<Charter[]> {
  const rows = await db
    .selectFrom('improvement_charters')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('centre_id', '=', centreId)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.charter_id)
  const members = await db
    .selectFrom('improvement_charter_members')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('charter_id', 'in', ids)
    .orderBy('team_role')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    charterId: row.charter_id,
    administrationId,
    centreId,
    year,
    version: row.version,
    meets: row.meets,
    keepsOrder: row.keeps_order,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
    members: members
      .filter((member) => member.charter_id === row.charter_id)
      .map((member) => ({
        accountId: member.account_id,
        name: member.name,
        post: member.post,
        teamRole: member.team_role,
        duties: member.duties,
        signedOn: member.signed_on,
      })),
  }))
}

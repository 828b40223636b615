import type { Db, Tx } from '../../platform/database/connection.ts'
import type { Role } from '../../people/index.ts'
import type { WhichProject } from './project-store.ts'
import './project-tables.ts'

export async function listApproverRoles(db: Db, administrationId: string): Promise<Role[]> {
  const rows = await db
    .selectFrom('project_approvers')
    .select('role')
    .where('administration_id', '=', administrationId)
    .orderBy('role')
    .execute()
  return rows.map(({ role }) => role)
}

export async function replaceApproverRoles(
  tx: Tx,
  administrationId: string,
  roles: readonly Role[],
): Promise<void> {
  await tx
    .deleteFrom('project_approvers')
    .where('administration_id', '=', administrationId)
    .execute()
  if (roles.length === 0) return
  await tx
    .insertInto('project_approvers')
    .values(roles.map((role) => ({ administration_id: administrationId, role })))
    .execute()
}

export async function insertHandover(
  tx: Tx,
  { administrationId, projectId }: WhichProject,
  handover: { handoverId: string; activityId: string | null; toAccountId: string },
  made: { at: Date; by: string },
): Promise<void> {
  await tx
    .insertInto('project_handovers')
    .values({
      administration_id: administrationId,
      project_id: projectId,
      handover_id: handover.handoverId,
      activity_id: handover.activityId,
      to_account_id: handover.toAccountId,
      at: made.at,
      account_id: made.by,
    })
    .execute()
}

/** Who goes on with an activity instead of the one in the plan. */
export async function listActivityOwners(
  db: Db,
  administrationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (projectIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('project_handovers')
    .select(['activity_id', 'to_account_id'])
    .where('administration_id', '=', administrationId)
    .where('project_id', 'in', projectIds)
    .where('activity_id', 'is not', null)
    .orderBy('at')
    .execute()
  return new Map(rows.map((row) => [row.activity_id ?? '', row.to_account_id]))
}

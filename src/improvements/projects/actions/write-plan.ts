import { recordChange } from '../../../audit/index.ts'
import type { Staff, StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid, NotAllowed, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { planProblems } from '../plan-rules.ts'
import type { PlanContent } from '../project.ts'
import { mayWrite } from '../project-policy.ts'
import { insertVersion, lockProject, updateProject } from '../project-store.ts'
import { WRITABLE } from '../project-states.ts'

/** Somebody else wrote since the form was opened: both texts are shown, neither is lost. */
export class WrittenMeanwhile extends WrongState {}

export interface WrittenPlan {
  projectId: string
  /** The one that the form was made from. */
  version: number
  content: PlanContent
}

/** The next version of a plan; those before stay. */
export async function writePlan(
  { db }: Pick<System, 'db'>,
  { deed, staff }: { deed: StaffDeed; staff: Staff },
  { projectId, version, content }: WrittenPlan,
): Promise<void> {
  const { administrationId, accountId, at } = deed
  const problems = planProblems(content)
  if (problems.length > 0) throw new Invalid(problems)
  await inTransaction(db, async (tx) => {
    const project = await lockProject(tx, { administrationId, projectId })
    if (!WRITABLE.includes(project.state)) throw new WrongState()
    if (!mayWrite(staff, project)) throw new NotAllowed()
    if (project.version !== version) throw new WrittenMeanwhile()
    await updateProject(tx, project, { content })
    const next = { administrationId, projectId, version: version + 1 }
    await insertVersion(tx, next, content, { at, by: accountId })
    const details = { projectId, version: version + 1 }
    await recordChange(tx, { ...deed, action: 'project_plan_written', details })
  })
}

import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import { listHolders, type Role, type Staff, type StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid, NotAllowed, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { possibleOwners } from '../owners.ts'
import { insertHandover, replaceApproverRoles } from '../owner-store.ts'
import { doneSoFar, plannedOf, wholeOf } from '../progress-rules.ts'
import { insertOfficial, insertProgress, listProgressOf, updateCheck } from '../progress-store.ts'
import type { OfficialStatus, ProgressReport } from '../project.ts'
import { mayCheck, mayReport } from '../project-policy.ts'
import { lockProject, updateProject } from '../project-store.ts'

type Ground = Pick<System, 'db'>

interface Doer {
  deed: StaffDeed
  staff: Staff
  today: PlainDate
}

/** How far each activity is, beside what was planned for the day (PM-08). */
export async function reportProgress(
  { db }: Ground,
  { deed, staff, today }: Doer,
  projectId: string,
  told: { text: string; done: Readonly<Record<string, number>> },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const project = await lockProject(tx, { administrationId, projectId })
    if (!mayReport(staff, project)) throw new NotAllowed()
    const { activities } = project.plan
    const before = await listProgressOf(tx, administrationId, [projectId])
    const known = { ...doneSoFar(before.get(projectId) ?? []), ...told.done }
    const report = {
      reportId: randomUUID(),
      reportedOn: today,
      text: told.text,
      done: Object.fromEntries(
        activities.map(({ activityId }) => [activityId, known[activityId] ?? 0]),
      ),
      planned: wholeOf(activities, (activity) => plannedOf(activity, today)),
      real: wholeOf(activities, ({ activityId }) => known[activityId] ?? 0),
      reportedBy: accountId,
    }
    await insertProgress(tx, project, report, at)
    await recordChange(tx, { ...deed, action: 'project_reported', details: { projectId } })
  })
}

/** The evaluator went to see, and says whether it is as was told. */
export async function checkProgress(
  { db }: Ground,
  { deed, staff }: Doer,
  which: { projectId: string; reportId: string },
  { result, note }: Pick<NonNullable<ProgressReport['check']>, 'result' | 'note'>,
): Promise<void> {
  if (result === 'differs' && note === '') {
    throw new Invalid([{ field: 'note', code: 'required' }])
  }
  const { administrationId, accountId, at } = deed
  const { projectId, reportId } = which
  await inTransaction(db, async (tx) => {
    const project = await lockProject(tx, { administrationId, projectId })
    if (!mayCheck(staff, project)) throw new NotAllowed()
    const check = { result, note, by: accountId, at }
    if (!(await updateCheck(tx, project, reportId, check))) throw new WrongState()
    await recordChange(tx, { ...deed, action: 'project_report_checked', details: which })
  })
}

/** What the platform of somebody else says, with where that can be seen (PM-06). */
export async function recordOfficial(
  { db }: Ground,
  { deed, staff }: Doer,
  projectId: string,
  official: OfficialStatus,
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const project = await lockProject(tx, { administrationId, projectId })
    if (!mayImprove(staff, project)) throw new NotAllowed()
    const officialId = randomUUID()
    await insertOfficial(tx, project, { ...official, officialId }, { at, by: accountId })
    const details = { projectId, status: official.status }
    await recordChange(tx, { ...deed, action: 'project_official_recorded', details })
  })
}

/** Somebody else goes on; the days stay. Without an activity, with the whole project. */
export async function handOver(
  { db }: Ground,
  { deed, staff, today }: Doer,
  projectId: string,
  { activityId, to }: { activityId: string | null; to: string },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const project = await lockProject(tx, { administrationId, projectId })
    if (!mayImprove(staff, project)) throw new NotAllowed()
    const isKnown =
      activityId === null ||
      project.plan.activities.some((activity) => activity.activityId === activityId)
    const holders = await listHolders(tx, possibleOwners, project, today)
    if (!isKnown || !holders.includes(to)) {
      throw new Invalid([{ field: 'to', code: 'unknown' }])
    }
    const handover = { handoverId: randomUUID(), activityId, toAccountId: to }
    await insertHandover(tx, project, handover, { at, by: accountId })
    if (activityId === null) await updateProject(tx, project, { owner_id: to })
    const details = { projectId, activityId, to }
    await recordChange(tx, { ...deed, action: 'project_handed_over', details })
  })
}

export async function setApprovers(
  { db }: Ground,
  deed: StaffDeed,
  roles: readonly Role[],
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await replaceApproverRoles(tx, deed.administrationId, roles)
    const details = { roles: roles.join(' ') }
    await recordChange(tx, { ...deed, action: 'project_approvers_set', details })
  })
}

import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { proportionOf, type Proportion } from '../../statistics/index.ts'
import { countTasksOf } from '../tasks/index.ts'
import { doneSoFar } from './progress-rules.ts'
import { listProgressOf } from './progress-store.ts'
import type { ProgressReport, Project } from './project.ts'
import { listApprovedPlans } from './project-store.ts'

export interface Days {
  from: PlainDate
  until: PlainDate
}

/** Q31 of each administration in each period; null where nothing was due. */
export type OnTime = ReadonlyMap<string, readonly (Proportion | null)[]>

/** Of the tasks and activities due, those done by their day: of many administrations in few statements. */
export async function readOnTime(
  db: Db,
  administrationIds: readonly string[],
  periods: readonly Days[],
): Promise<OnTime> {
  if (administrationIds.length === 0) return new Map()
  const projects = await listApprovedPlans(db, administrationIds)
  const ids = projects.map(({ projectId }) => projectId)
  const reports = await listProgressOf(db, administrationIds, ids)
  const shares = new Map<string, (Proportion | null)[]>(administrationIds.map((id) => [id, []]))
  for (const period of periods) {
    const tasks = await countTasksOf(db, administrationIds, period)
    for (const [administrationId, told] of shares) {
      const activities = projects
        .filter((project) => project.administrationId === administrationId)
        .flatMap((project) => activitiesDue(project, reports.get(project.projectId) ?? [], period))
      const { due = 0, onTime = 0 } = tasks.get(administrationId) ?? {}
      const done = activities.filter(Boolean).length + onTime
      told.push(proportionOf(done, activities.length + due))
    }
  }
  return shares
}

/** Of each activity due in these days whether it was told as done by its day. */
export function activitiesDue(
  { plan }: Pick<Project, 'plan'>,
  reports: readonly ProgressReport[],
  { from, until }: Days,
): boolean[] {
  return plan.activities
    .filter(({ endsOn }) => endsOn >= from && endsOn <= until)
    .map(({ activityId, endsOn }) => {
      const inTime = reports.filter(({ reportedOn }) => reportedOn <= endsOn)
      return (doneSoFar(inTime)[activityId] ?? 0) >= 100
    })
}

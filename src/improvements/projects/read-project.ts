import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { findIndicator, type StoredIndicator } from '../effect/index.ts'
import { departuresOf, gapWarnings, type Departure, type GapWarning } from './carried-over.ts'
import { countAsked, listComments, type Comment } from './comment-store.ts'
import { listActivityOwners, listApproverRoles } from './owner-store.ts'
import { listThoseWhoLeft } from './owners.ts'
import { doneSoFar, owedReports, plannedOf, wholeOf, type OwedReport } from './progress-rules.ts'
import { listOfficial, listProgressOf } from './progress-store.ts'
import type { OfficialStatus, PlannedActivity, ProgressReport, Project } from './project.ts'
import type { StepGround } from './project-policy.ts'
import {
  getProject,
  listSteps,
  listVersions,
  type WhichProject,
  type WrittenVersion,
} from './project-store.ts'
import { readGapToday } from './read-gap.ts'
import type { ProjectStep } from './project.ts'

export interface FollowedActivity extends PlannedActivity {
  planned: number
  real: number
  /** The one who owes it holds no post any more. */
  ownerLeft: boolean
}

/** A project with all that was done about it. */
export interface WholeProject extends StepGround {
  project: Project
  ownerLeft: boolean
  activities: readonly FollowedActivity[]
  planned: number
  real: number
  reports: readonly ProgressReport[]
  owed: readonly OwedReport[]
  warnings: readonly GapWarning[]
  departures: readonly Departure[]
  steps: readonly ProjectStep[]
  versions: readonly WrittenVersion[]
  official: readonly OfficialStatus[]
  comments: readonly Comment[]
  asked: { asked: number; answered: number }
  indicator: StoredIndicator | null
}

export async function readProject(
  db: Db,
  which: WhichProject,
  today: PlainDate,
): Promise<WholeProject> {
  const { administrationId, projectId } = which
  const project = await getProject(db, which)
  const reports = (await listProgressOf(db, administrationId, [projectId])).get(projectId) ?? []
  const versions = await listVersions(db, which)
  const { activities, ownerLeft } = await followActivities(db, project, reports, today)
  const { reference } = project
  return {
    project,
    authors: versions.map(({ writtenBy }) => writtenBy),
    approverRoles: await listApproverRoles(db, administrationId),
    ownerLeft,
    activities,
    planned: wholeOf(activities, (activity) => plannedOf(activity, today)),
    real: wholeOf(project.plan.activities, (activity) => realOf(activities, activity)),
    reports,
    owed: owedReports(project, reports),
    warnings: reference
      ? gapWarnings(reference, await readGapToday(db, administrationId, reference))
      : [],
    departures: departuresOf(project),
    steps: await listSteps(db, which),
    versions,
    official: await listOfficial(db, which),
    comments: await listComments(db, which),
    asked: await countAsked(db, which),
    indicator: await findIndicator(db, which),
  }
}

async function followActivities(
  db: Db,
  project: Project,
  reports: readonly ProgressReport[],
  today: PlainDate,
): Promise<{ activities: FollowedActivity[]; ownerLeft: boolean }> {
  const { administrationId, projectId, ownerId, plan } = project
  const owners = await listActivityOwners(db, administrationId, [projectId])
  const owned = plan.activities.map((activity) => ({
    ...activity,
    ownerId: owners.get(activity.activityId) ?? activity.ownerId,
  }))
  const ids = [ownerId, ...owned.map((activity) => activity.ownerId)]
  const left = await listThoseWhoLeft(db, ids, today)
  const done = doneSoFar(reports)
  const activities = owned.map((activity) => ({
    ...activity,
    planned: plannedOf(activity, today),
    real: done[activity.activityId] ?? 0,
    ownerLeft: left.has(activity.ownerId),
  }))
  return { activities, ownerLeft: left.has(ownerId) }
}

function realOf(activities: readonly FollowedActivity[], { activityId }: PlannedActivity): number {
  return activities.find((activity) => activity.activityId === activityId)?.real ?? 0
}

import type { DueItem, TellDue } from '../due.ts'
import { listActivityOwners } from './owner-store.ts'
import { projectUrls } from './urls.ts'
import { doneSoFar, owedReports } from './progress-rules.ts'
import { listProgressOf } from './progress-store.ts'
import type { ProgressReport, Project } from './project.ts'
import { listProjects } from './project-store.ts'
import { RUNNING } from './project-states.ts'

/** Activities to finish and reports to give, of the projects that run. */
export const tellProjectsDue: TellDue = async (db, question) => {
  const { administrationId, slug, from, until, t } = question
  const projects = await listProjects(db, administrationId, { states: [...RUNNING, 'finished'] })
  const ids = projects.map(({ projectId }) => projectId)
  const reports = await listProgressOf(db, administrationId, ids)
  const owners = await listActivityOwners(db, administrationId, ids)
  const items = projects.flatMap((project): DueItem[] => {
    const given = reports.get(project.projectId) ?? []
    const { projectId, title, centreId, ownerId } = project
    const own = { href: projectUrls(slug).project(projectId), centreId }
    return [
      ...activitiesOf(project, given, owners).map((item) => ({ ...item, ...own })),
      ...owedReports(project, given).map(({ on, reportedOn }) => ({
        ...own,
        id: `project-report-${projectId}-${on}`,
        on,
        kind: 'progress' as const,
        title: t('improvements-projects.due.report', { title }),
        ownerId,
        doneOn: reportedOn,
      })),
    ]
  })
  return items.filter(({ on }) => on >= from && on <= until)
}

function activitiesOf(
  { plan, title }: Project,
  given: readonly ProgressReport[],
  owners: ReadonlyMap<string, string>,
) {
  const done = doneSoFar(given)
  return plan.activities.map(({ activityId, what, ownerId, endsOn }) => ({
    id: `project-activity-${activityId}`,
    on: endsOn,
    kind: 'task' as const,
    title: `${title}: ${what}`,
    ownerId: owners.get(activityId) ?? ownerId,
    doneOn:
      (done[activityId] ?? 0) < 100
        ? null
        : (given.find((report) => (report.done[activityId] ?? 0) >= 100)?.reportedOn ?? null),
  }))
}

import type { WholeProject } from './read-project.ts'

/** Everybody of the staff whom a project names. */
export function peopleOf({
  project,
  activities,
  steps,
  versions,
  reports,
  comments,
}: WholeProject): (string | null)[] {
  return [
    project.ownerId,
    ...activities.map(({ ownerId }) => ownerId),
    ...steps.map(({ accountId }) => accountId),
    ...versions.map(({ writtenBy }) => writtenBy),
    ...reports.flatMap(({ reportedBy, check }) => [reportedBy, check?.by ?? null]),
    ...comments.map(({ accountId }) => accountId),
  ]
}

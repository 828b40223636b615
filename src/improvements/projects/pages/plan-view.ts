import type { PlannedActivity, PlanText, Project } from '../project.ts'
import { MOST_ACTIVITIES } from './read-plan-form.ts'

type Typed = ((field: string) => string) | null

/** Each text with what stands in the book, where somebody else wrote another meanwhile. */
export function planFields(project: Project, typed: Typed, fields: readonly PlanText[]) {
  return fields.map((name) => {
    const value = typed ? typed(name) : project.plan[name]
    const stored = project.plan[name]
    return { name, value, other: typed && stored !== value ? stored : null }
  })
}

/** The rows of the plan and an empty one for the next; of a form sent back all that were typed. */
export function activityRows({ plan, startsOn, endsOn, ownerId }: Project, typed: Typed) {
  const filled = Math.max(plan.activities.length, typed ? lastTyped(typed) : 0)
  const rows = Math.min(MOST_ACTIVITIES, filled + 1)
  return Array.from({ length: rows }, (_, index) => {
    const stored: PlannedActivity | undefined = plan.activities[index]
    const of = (field: string, otherwise: string) => typed?.(`${field}-${index}`) || otherwise
    return {
      index,
      activityId: of('activityId', stored?.activityId ?? ''),
      what: typed ? typed(`what-${index}`) : (stored?.what ?? ''),
      evidence: typed ? typed(`evidence-${index}`) : (stored?.evidence ?? ''),
      ownerId: of('ownerId', stored?.ownerId ?? ownerId),
      startsOn: of('startsOn', stored?.startsOn ?? startsOn),
      endsOn: of('endsOn', stored?.endsOn ?? endsOn),
    }
  })
}

function lastTyped(typed: NonNullable<Typed>): number {
  const rows = Array.from({ length: MOST_ACTIVITIES }, (_, index) => index)
  return 1 + rows.findLastIndex((index) => typed(`what-${index}`) || typed(`evidence-${index}`))
}

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

const EMPTY_ROWS = 2

/** The rows of the plan and a few empty ones; of a form sent back what was typed. */
export function activityRows({ plan, startsOn, endsOn, ownerId }: Project, typed: Typed) {
  const rows = Math.min(MOST_ACTIVITIES, Math.max(4, plan.activities.length + EMPTY_ROWS))
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

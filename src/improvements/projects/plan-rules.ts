import type { FieldProblem } from '../../platform/errors.ts'
import type { PlanContent, PlannedActivity, PlanText, Project } from './project.ts'

const ASKED: Record<Project['kind'], readonly PlanText[]> = {
  full: ['problem', 'action', 'why', 'where', 'how', 'howMuch', 'goal', 'feasibility'],
  short: ['problem', 'action'],
}

/** What a plan still lacks before somebody can decide on it (PM-04, PM-05). */
export function planLacks(
  kind: Project['kind'],
  { plan }: PlanContent,
  hasIndicator: boolean,
): FieldProblem[] {
  const texts = ASKED[kind].filter((field) => plan[field] === '')
  return [
    ...texts.map((field) => ({ field, code: 'required' })),
    ...(kind === 'full' && plan.feasible === '' ? [{ field: 'feasible', code: 'required' }] : []),
    ...(plan.activities.length === 0 ? [{ field: 'what-0', code: 'no_activity' }] : []),
    ...(kind === 'full' && !hasIndicator ? [{ field: 'indicator', code: 'required' }] : []),
  ]
}

/** What cannot be kept, not even as a draft. */
export function planProblems({ plan, startsOn, endsOn }: PlanContent): FieldProblem[] {
  return [
    ...(endsOn < startsOn ? [{ field: 'endsOn', code: 'before_start' }] : []),
    ...plan.activities.flatMap((activity, index) =>
      activityProblems(activity, { startsOn, endsOn }, index),
    ),
  ]
}

function activityProblems(
  { what, evidence, startsOn, endsOn }: PlannedActivity,
  project: Pick<PlanContent, 'startsOn' | 'endsOn'>,
  index: number,
): FieldProblem[] {
  return [
    ...(what === '' ? [{ field: `what-${index}`, code: 'required' }] : []),
    ...(evidence === '' ? [{ field: `evidence-${index}`, code: 'required' }] : []),
    ...(endsOn < startsOn ? [{ field: `endsOn-${index}`, code: 'before_start' }] : []),
    ...(startsOn < project.startsOn || endsOn > project.endsOn
      ? [{ field: `endsOn-${index}`, code: 'outside_project' }]
      : []),
  ]
}

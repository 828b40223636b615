import { randomUUID } from 'node:crypto'
import type { Request } from 'express'
import { z } from 'zod'
import type { FieldProblem } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { day, line, numberWithin, readForm, words } from '../../../platform/web/index.ts'
import { RHYTHMS, type PlanContent, type PlannedActivity, type ProjectPlan } from '../project.ts'

export const MOST_ACTIVITIES = 20

const planForm = z.object({
  version: numberWithin(1, 100_000),
  title: line(160),
  startsOn: day,
  endsOn: day,
  reportEvery: z.enum(RHYTHMS, 'required'),
  problem: words(600),
  action: words(600),
  why: words(1200),
  where: words(600),
  how: words(2000),
  howMuch: words(600),
  goal: words(600),
  feasibility: words(1200),
  feasible: z.enum(['yes', 'with_help', '']).catch(''),
})

const activityForm = z.object({
  what: line(300),
  evidence: line(300),
  ownerId: line(40),
  startsOn: day,
  endsOn: day,
})

export type ReadPlan =
  | { version: number; content: PlanContent; problems: [] }
  | { version: null; content: null; problems: FieldProblem[] }

/** Rows in which nothing was typed are none. */
export function readPlanForm(request: Request, owners: ReadonlySet<string>): ReadPlan {
  const { values, problems } = readForm(request, planForm)
  const { activities, faults } = readActivities(request, owners)
  if (!values || faults.length > 0) {
    return { version: null, content: null, problems: [...problems, ...faults] }
  }
  const { version, title, startsOn, endsOn, reportEvery, ...texts } = values
  const plan: ProjectPlan = { ...texts, activities }
  return { version, content: { title, startsOn, endsOn, reportEvery, plan }, problems: [] }
}

function readActivities(request: Request, owners: ReadonlySet<string>) {
  const body = (request.body ?? {}) as Record<string, unknown>
  const activities: PlannedActivity[] = []
  const faults: FieldProblem[] = []
  for (let index = 0; index < MOST_ACTIVITIES; index += 1) {
    const typed = {
      what: body[`what-${index}`],
      evidence: body[`evidence-${index}`],
      ownerId: body[`ownerId-${index}`],
      startsOn: body[`startsOn-${index}`],
      endsOn: body[`endsOn-${index}`],
    }
    if (isBlank(typed.what) && isBlank(typed.evidence)) continue
    const read = activityForm.safeParse(typed)
    const id = body[`activityId-${index}`]
    if (!read.success) faults.push(...faultsOf(read.error, index))
    else if (!owners.has(read.data.ownerId))
      faults.push({ field: `ownerId-${index}`, code: 'unknown' })
    else activities.push({ ...read.data, activityId: isId(id) ? id : randomUUID() })
  }
  return { activities, faults }
}

const isBlank = (value: unknown) => typeof value !== 'string' || value.trim() === ''

function faultsOf({ issues }: z.ZodError, index: number): FieldProblem[] {
  return issues.map(({ path, message }) => ({
    field: `${String(path[0])}-${index}`,
    code: message,
  }))
}

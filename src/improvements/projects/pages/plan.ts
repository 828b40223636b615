import type { Request, Response } from 'express'
import { Invalid, NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import { formErrors, render, typedIn, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { WrittenMeanwhile, writePlan } from '../actions/write-plan.ts'
import { listPossibleOwners } from '../owners.ts'
import { PLAN_TEXTS, RHYTHMS } from '../project.ts'
import { mayWrite } from '../project-policy.ts'
import { sayPlanProblems } from './plan-problems.ts'
import { activityRows, planFields } from './plan-view.ts'
import { readPlanForm } from './read-plan-form.ts'
import { openProject, type ProjectVisit } from './room.ts'

/** The plan as questions: what, why, where, who, when, how and how much, then its activities (PM-05). */
export function showPlan(system: System): Page {
  return async (request, response) => {
    const visit = await openProject(system, response, request)
    await show(system, request, response, visit, { problems: [], isLate: false })
  }
}

export function sendPlan(system: System): Page {
  return async (request, response) => {
    const visit = await openProject(system, response, request)
    const { room, whole } = visit
    const { projectId } = whole.project
    const owners = await listPossibleOwners(system.db, whole.project, room.today)
    const known = new Set([
      ...owners.map(({ value }) => value),
      ...whole.activities.map(({ ownerId }) => ownerId),
    ])
    const { version, content, problems } = readPlanForm(request, known)
    if (!content) return show(system, request, response, visit, { problems, isLate: false })
    try {
      await writePlan(system, room, { projectId, version, content })
      const { urls } = room
      const next =
        typedIn(request)('next') === 'another'
          ? `${urls.plan(projectId)}?hecho=plan#actividad-${content.plan.activities.length + 1}`
          : `${urls.project(projectId)}?hecho=plan`
      response.redirect(303, next)
    } catch (error) {
      if (error instanceof WrittenMeanwhile) {
        return show(system, request, response, visit, { problems: [], isLate: true })
      }
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, visit, { problems: error.problems, isLate: false })
    }
  }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  { room, whole }: ProjectVisit,
  { problems, isLate }: { problems: readonly FieldProblem[]; isLate: boolean },
): Promise<void> {
  const { project } = whole
  const { t, urls, today, staff } = room
  if (!mayWrite(staff, project)) throw new NotAllowed()
  const isSent = problems.length > 0 || isLate
  const typed = isSent ? typedIn(request) : null
  const owners = await listPossibleOwners(system.db, project, today)
  const model = {
    title: t('improvements-projects.plan.title'),
    project: project.title,
    done: request.query.hecho === 'plan' && !isSent,
    error: problems.length > 0,
    errors: formErrors(response, problems.map(sayPlanProblems), 'improvements-projects.problems'),
    isLate,
    backUrl: urls.project(project.projectId),
    action: urls.plan(project.projectId),
    version: project.version,
    isShort: project.kind === 'short',
    reference: project.reference,
    fields: planFields(project, typed, PLAN_TEXTS),
    head: {
      title: typed?.('title') ?? project.title,
      startsOn: typed?.('startsOn') ?? project.startsOn,
      endsOn: typed?.('endsOn') ?? project.endsOn,
      reportEvery: typed?.('reportEvery') ?? project.reportEvery,
      feasible: typed?.('feasible') ?? project.plan.feasible,
    },
    rhythms: RHYTHMS.map((value) => ({
      value,
      text: t(`improvements-projects.rhythm.${value}`),
    })),
    activities: activityRows(project, typed),
    owners,
  }
  const status = isLate ? 409 : problems.length > 0 ? 422 : 200
  render(response, 'improvements/projects/plan', model, { layout: 'staff', status })
}

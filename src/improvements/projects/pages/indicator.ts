import type { Request, Response } from 'express'
import { z } from 'zod'
import { Invalid, NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  formErrors,
  numberWithin,
  optionalLine,
  readForm,
  render,
  typedIn,
  type Page,
} from '../../../platform/web/index.ts'
import { DRIVERS } from '../../../surveys/index.ts'
import type { System } from '../../../system.ts'
import {
  chooseIndicator,
  EFFECT_MEASURES,
  SUBJECT_KINDS,
  type EffectIndicator,
  type EffectMeasure,
} from '../../effect/index.ts'
import { mayWrite } from '../project-policy.ts'
import { indicatorChoices, suggestIndicator } from './indicator-choices.ts'
import { openProject, type ProjectVisit } from './room.ts'

const indicatorForm = z.object({
  measure: z.enum(EFFECT_MEASURES, 'required'),
  kind: optionalLine(40),
  subject: optionalLine(120),
  driver: z.enum([...DRIVERS, '']).catch(''),
  serviceId: optionalLine(40),
  beforeFrom: day,
  beforeUntil: day,
  afterDays: numberWithin(14, 400),
})

/** How it will be known whether it got better, chosen before anybody knows (NC-10). */
export function showIndicator(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, await openProject(system, response, request), [])
  }
}

export function sendIndicator(system: System): Page {
  return async (request, response) => {
    const visit = await openProject(system, response, request)
    const { room, whole } = visit
    if (!mayWrite(room.staff, whole.project)) throw new NotAllowed()
    const { values, problems } = readForm(request, indicatorForm)
    if (!values) return show(system, request, response, visit, problems)
    const choices = await indicatorChoices(system, visit)
    const read = toIndicator(values, visit, choices)
    if ('faults' in read) return show(system, request, response, visit, read.faults)
    const { projectId } = whole.project
    try {
      await chooseIndicator(system, room, projectId, read.indicator)
      response.redirect(303, `${room.urls.project(projectId)}?hecho=indicator`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, visit, error.problems)
    }
  }
}

type Choices = Awaited<ReturnType<typeof indicatorChoices>>

function toIndicator(
  values: z.output<typeof indicatorForm>,
  { whole }: ProjectVisit,
  choices: Choices,
): { indicator: EffectIndicator } | { faults: FieldProblem[] } {
  const { measure, kind, subject, driver, serviceId, beforeFrom, beforeUntil, afterDays } = values
  const isOffered = (items: Choices['kinds'], value: string) =>
    items.some((item) => item.value === value)
  const isRecurrence = measure === 'recurrence'
  const isOfCases = measure !== 'satisfaction'
  const faults = [
    ...(isOfCases && !isOffered(choices.kinds, kind) ? ['kind'] : []),
    ...(isRecurrence && !isOffered(choices.subjects, subject) ? ['subject'] : []),
    ...(measure === 'satisfaction' && driver === '' ? ['driver'] : []),
    ...(isOffered(choices.services, serviceId) ? [] : ['serviceId']),
  ].map((field) => ({ field, code: 'required' }))
  if (faults.length > 0) return { faults }
  const [by, ...code] = subject.split(':')
  const indicator = {
    measure,
    kind: isOfCases ? kind : null,
    subject: isRecurrence
      ? { by: SUBJECT_KINDS.find((each) => each === by) ?? 'cause', code: code.join(':') }
      : null,
    driver: measure === 'satisfaction' ? driver : null,
    centreId: whole.project.centreId,
    serviceId: isRecurrence && serviceId !== '' ? serviceId : null,
    before: { from: beforeFrom, until: beforeUntil },
    afterDays,
  }
  return { indicator }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  visit: ProjectVisit,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { room, whole } = visit
  const { project, indicator } = whole
  const { t, urls, staff } = room
  if (!mayWrite(staff, project) || indicator?.lockedAt) throw new NotAllowed()
  const error = problems.length > 0
  const chosen = error ? typedIn(request) : await suggestIndicator(system, visit)
  const measure = chosenMeasure(error ? null : request.query.medida, chosen('measure'))
  const model = {
    title: t('improvements-projects.indicator.title'),
    error,
    errors: formErrors(response, problems, 'improvements-projects.problems'),
    backUrl: urls.project(project.projectId),
    action: urls.indicator(project.projectId),
    chosen,
    measure,
    measures: EFFECT_MEASURES.map((value) => ({
      text: t(`improvements-projects.indicator.measure.${value}`),
      hint: t(`improvements-projects.indicator.measure_hint.${value}`),
      href: value === measure ? null : `${urls.indicator(project.projectId)}?medida=${value}`,
    })),
    ...(await indicatorChoices(system, visit)),
  }
  const status = error ? 422 : 200
  render(response, 'improvements/projects/indicator', model, { layout: 'staff', status })
}

/** Each measure asks its own questions; the first is what most projects are about. */
function chosenMeasure(asked: unknown, otherwise: string): EffectMeasure {
  const find = (text: unknown) => EFFECT_MEASURES.find((measure) => measure === text)
  return find(asked) ?? find(otherwise) ?? 'recurrence'
}

import type { Request, Response } from 'express'
import { z } from 'zod'
import { causesOfCases, listCauses } from '../../../analysis/index.ts'
import type { Case } from '../../../cases/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { addDays } from '../../../platform/dates.ts'
import {
  day,
  formErrors,
  line,
  optionalLine,
  readForm,
  render,
  sending,
  showing,
  typedIn,
  words,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { createShortProject } from '../actions/create-project.ts'
import { takeStep } from '../actions/take-step.ts'
import { listPossibleOwners } from '../owners.ts'
import { findCaseToMend, listLatelyCases, lookAtMasked } from './case-to-mend.ts'
import { enterProjects, type ProjectRoom } from './room.ts'

const shortForm = z.object({
  caseNumber: line(60),
  problem: words(600).pipe(z.string().min(1, 'required')),
  causeId: optionalLine(40).transform((text) => text || null),
  action: words(300).pipe(z.string().min(1, 'required')),
  ownerId: line(40),
  endsOn: day,
  before: line(300),
})

/** The short road of a small office: complaint, cause, one action, who, until when, and how it looked before. */
export function showShort(system: System): Page {
  return showing(shortPage(system))
}

export function sendShort(system: System): Page {
  return sending(shortPage(system), async (room, request) => {
    const { values, problems } = readForm(request, shortForm)
    if (!values) return problems
    const { caseNumber, ...asked } = values
    const item = await findCaseToMend(system, room, caseNumber)
    const owners = await listPossibleOwners(system.db, item ?? room.place, room.today)
    const causes = await listCauses(system.db, room.deed.administrationId)
    const faults = [
      ...(item ? [] : ['caseNumber']),
      ...(owners.some(({ value }) => value === asked.ownerId) ? [] : ['ownerId']),
      ...(asked.causeId === null || causes.some(({ causeId }) => causeId === asked.causeId)
        ? []
        : ['causeId']),
    ].map((field) => ({ field, code: 'unknown' }))
    if (!item || faults.length > 0) return faults
    const { caseId, centreId } = item
    const evidence = room.t('improvements-projects.short.evidence')
    const project = { ...asked, evidence, caseId, centreId, startsOn: room.today }
    const projectId = await createShortProject(system, room.deed, project)
    const isDraft = typedIn(request)('next') !== 'submit'
    if (isDraft) return `${room.urls.project(projectId)}?hecho=begun`
    await takeStep(system, room, { projectId, version: 1, action: 'submit', reason: '' })
    return `${room.urls.project(projectId)}?hecho=step-submit`
  })
}

function shortPage(system: System): FormPage<ProjectRoom> {
  return {
    enter: (request, response) => enterProjects(system, response, request),
    show: (room, request, response, problems) => show(system, request, response, room, problems),
  }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  room: ProjectRoom,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls, today, deed } = room
  const { administrationId } = deed
  const error = problems.length > 0
  const asked = request.query.caso
  const caseNumber = error ? typedIn(request)('caseNumber') : typeof asked === 'string' ? asked : ''
  const typed = error
    ? typedIn(request)
    : (field: string) => (field === 'caseNumber' ? caseNumber : '')
  const item = await findCaseToMend(system, room, caseNumber)
  const causes = await listCauses(system.db, administrationId)
  const model = {
    title: t('improvements-projects.short.title'),
    error,
    errors: formErrors(response, problems, 'improvements-projects.problems'),
    backUrl: urls.list,
    action: room.here(urls.short),
    typed,
    told: item && (await lookAtMasked(system, room, item)),
    otherUrl: room.here(urls.short),
    isUnknown: !error && caseNumber !== '' && !item,
    lately: item ? [] : await listLately(system, room),
    causeId: typed('causeId') || (await causeOf(system, room, item, causes)),
    causes: [
      { value: '', text: t('improvements-projects.short.no_cause') },
      ...causes.map(({ causeId, name }) => ({ value: causeId, text: name })),
    ],
    owners: await listPossibleOwners(system.db, item ?? room.place, today),
    ownerId: typed('ownerId') || deed.accountId,
    endsOn: typed('endsOn') || addDays(today, 30),
  }
  const status = error ? 422 : 200
  render(response, 'improvements/projects/short', model, { layout: 'staff', status })
}

/** Each leads back to this page with its number filled in. */
async function listLately(system: System, room: ProjectRoom) {
  const cases = await listLatelyCases(system, room)
  return cases.map((item) => ({
    ...item,
    href: room.here(`${room.urls.short}?caso=${item.caseNumber}`),
  }))
}

async function causeOf(
  system: System,
  room: ProjectRoom,
  item: Case | null,
  causes: Awaited<ReturnType<typeof listCauses>>,
): Promise<string> {
  if (!item) return ''
  const codes = await causesOfCases(system.db, room.deed.administrationId, [item.caseId])
  return causes.find(({ code }) => code === codes.get(item.caseId))?.causeId ?? ''
}

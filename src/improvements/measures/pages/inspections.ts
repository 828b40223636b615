import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  formErrors,
  idIn,
  line,
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
import { peopleChoice } from '../../pages/people-choice.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { addAreas, planInspections, retireArea } from '../actions/inspect.ts'
import { inLanguage, readChecklist } from '../checklist.ts'
import { monthsWithout, outcomeOf, type Inspection } from '../inspection.ts'
import { listAreas, listInspections, listSeen } from '../inspection-store.ts'
import { measureUrls } from '../urls.ts'
import { drawInspections } from '../draw-inspections.ts'

const planning = z.object({ firstOn: day, inspectorId: line(40) })
const naming = z.object({ names: words(2000) })

function inspectionsPage(system: System): FormPage<ImprovementRoom> {
  return {
    enter: (request, response) => enterRoom(system, response, request),
    show: (...shown) => show(system, ...shown),
  }
}

/** The programme of a centre's inspections, what they found, and the areas that they walk through. */
export function showInspections(system: System): Page {
  return showing(inspectionsPage(system))
}

export function sendProgramme(system: System): Page {
  return sending(inspectionsPage(system), async (room, request) => {
    const centreId = centreToChange(room)
    const { values, problems } = readForm(request, planning)
    if (!values) return problems
    if (values.firstOn < room.today) return [{ field: 'firstOn', code: 'in_past' }]
    const inspectors = await peopleChoice(system, room, centreId)
    if (!inspectors.some(({ value }) => value === values.inspectorId)) {
      return [{ field: 'inspectorId', code: 'unknown' }]
    }
    await planInspections(system, room.deed, { centreId, ...values })
    return room.here(measureUrls(room.slug).inspections)
  })
}

export function sendAreas(system: System): Page {
  return sending(inspectionsPage(system), async (room, request) => {
    const centreId = centreToChange(room)
    const { values, problems } = readForm(request, naming)
    if (!values) return problems
    const names = values.names.split('\n').map((name) => name.trim())
    const given = [...new Set(names.filter((name) => name !== ''))]
    if (given.length === 0) return [{ field: 'names', code: 'required' }]
    if (given.some((name) => name.length > 80)) return [{ field: 'names', code: 'too_long' }]
    await addAreas(system, room.deed, { centreId, names: given })
    return room.here(measureUrls(room.slug).inspections)
  })
}

export function sendAreaEnd(system: System): Page {
  return sending(inspectionsPage(system), async (room, request) => {
    const centreId = centreToChange(room)
    const areaId = idIn(request, 'areaId')
    await retireArea(system, room.deed, { centreId, areaId, on: room.today })
    return room.here(measureUrls(room.slug).inspections)
  })
}

/** The results of the year, as the office files them. */
export function serveInspectionReport(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response, request)
    const { centre, book, lang, t, today } = room
    if (!centre) throw new NotFound()
    const year = Number(today.slice(0, 4))
    const read = await readYear(system, room, year)
    const bytes = await drawInspections({ t, lang, book, centre, year, ...read })
    response.attachment(`inspecciones-${year}-${centre.slug}.pdf`).type('application/pdf')
    response.set('Cache-Control', 'private, no-store').send(bytes)
  }
}

function centreToChange({ centre, mayImprove }: ImprovementRoom): string {
  if (!centre || !mayImprove) throw new NotAllowed()
  return centre.centreId
}

async function readYear({ db }: System, { deed, place }: ImprovementRoom, year: number) {
  const { administrationId } = deed
  const days = { from: `${year}-01-01`, until: `${year}-12-31` }
  const centre = place.centreId === null ? {} : { centreId: place.centreId }
  const inspections = await listInspections(db, administrationId, { ...days, ...centre })
  const done = inspections.filter(({ doneOn }) => doneOn !== null)
  const ids = done.map(({ inspectionId }) => inspectionId)
  const seen = await listSeen(db, administrationId, ids)
  const names = await accountNames(
    db,
    inspections.flatMap(({ inspectorId, doneBy }) => [inspectorId, doneBy]),
  )
  return { inspections, seen, names }
}

async function show(
  system: System,
  room: ImprovementRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, lang, today, centre, book } = room
  const { db } = system
  const year = Number(today.slice(0, 4))
  const { inspections, seen, names } = await readYear(system, room, year)
  const urls = measureUrls(slug)
  const { administrationId } = room.deed
  const areas = centre ? await listAreas(db, { administrationId, centreId: centre.centreId }) : []
  const checklist = await readChecklist()
  const mayChange = centre !== null && room.mayImprove
  const error = problems.length > 0
  const stateOf = ({ doneOn, plannedOn }: Inspection) =>
    doneOn !== null ? 'done' : plannedOn < today ? 'late' : 'planned'
  const model = {
    title: t('improvements-measures.inspections.title', { year }),
    error,
    errors: formErrors(response, problems, 'improvements-measures.problems'),
    choice: centreChoice(room, urls.inspections),
    centre,
    rows: inspections.map((inspection) => ({
      ...inspection,
      href: urls.inspection(inspection.inspectionId),
      where: book.names.get(inspection.centreId) ?? '',
      who: names.get(inspection.doneBy ?? inspection.inspectorId) ?? '',
      state: stateOf(inspection),
      outcome: outcomeOf(seen.get(inspection.inspectionId) ?? []),
    })),
    // one a month is what the model asks at least
    missing: centre ? monthsWithout(inspections, year, today) : [],
    areas: areas.map((area) => ({ ...area, endUrl: room.here(urls.areaEnd(area.areaId)) })),
    planUrl: mayChange ? room.here(urls.inspections) : null,
    areasUrl: mayChange ? room.here(urls.areas) : null,
    reportUrl: centre ? room.here(urls.report) : null,
    inspectors: mayChange ? await peopleChoice(system, room, room.place.centreId) : [],
    typed: error ? typedIn(request) : () => '',
    today,
    // what is there to begin with, before anybody named the areas
    proposed: checklist.areas.map((area) => inLanguage(area, lang)).join('\n'),
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/measures/inspections', model, options)
}

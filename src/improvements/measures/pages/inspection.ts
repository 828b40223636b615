import type { Request, Response } from 'express'
import { accountNames } from '../../../people/index.ts'
import { NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  idIn,
  render,
  sending,
  showing,
  typedIn,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { evidencePanel, listEvidence, takeEvidence } from '../../evidence/index.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { finishInspection } from '../actions/inspect.ts'
import { inLanguage, nameOf, readChecklist, type Checklist } from '../checklist.ts'
import { listCorrectives } from '../corrective-store.ts'
import { outcomeOf, RESULTS, type Area, type Inspection, type Seen } from '../inspection.ts'
import { getInspection, listAreas, listSeen } from '../inspection-store.ts'
import { measureUrls } from '../urls.ts'

interface Entered {
  room: ImprovementRoom
  inspection: Inspection
  areas: readonly Area[]
  checklist: Checklist
  mayInspect: boolean
}

function inspectionPage(system: System): FormPage<Entered> {
  return {
    enter: (request, response) => enter(system, request, response),
    show: (...shown) => show(system, ...shown),
  }
}

/** One inspection: the list to walk through with, or what was seen. */
export function showInspection(system: System): Page {
  return showing(inspectionPage(system))
}

export function sendInspection(system: System): Page {
  return sending(inspectionPage(system), async (entered, request) => {
    const { room, inspection, checklist, mayInspect } = entered
    if (!mayInspect) throw new NotAllowed()
    const { seen, problems } = readSeen(entered, request)
    if (problems.length > 0) return problems
    const { inspectionId } = inspection
    const done = { inspectionId, on: room.today, checklist: nameOf(checklist), seen }
    await finishInspection(system, room.deed, done)
    return measureUrls(room.slug).inspection(inspectionId)
  })
}

export function sendInspectionEvidence(system: System): Page {
  return sending(inspectionPage(system), async ({ room, inspection, mayInspect }, request) => {
    if (!mayInspect) throw new NotAllowed()
    const { inspectionId, centreId } = inspection
    const { deed, today } = room
    const about = { kind: 'inspection', id: inspectionId } as const
    const problems = await takeEvidence(system, request, { deed, today, centreId, about })
    return problems.length > 0 ? problems : measureUrls(room.slug).inspection(inspectionId)
  })
}

async function enter(system: System, request: Request, response: Response): Promise<Entered> {
  const room = await enterRoom(system, response, request)
  const { administrationId, accountId } = room.deed
  const inspectionId = idIn(request, 'inspectionId')
  const inspection = await getInspection(system.db, administrationId, inspectionId)
  if (!room.centres.some(({ centreId }) => centreId === inspection.centreId)) throw new NotFound()
  const { centreId } = inspection
  const areas = await listAreas(system.db, { administrationId, centreId })
  const mayInspect =
    inspection.inspectorId === accountId || mayImprove(room.staff, { administrationId, centreId })
  return { room, inspection, areas, checklist: await readChecklist(), mayInspect }
}

const fieldOf = (areaId: string, item: string) => `${item}-${areaId}`

/** Every item in every area; what is bad says what was seen. */
function readSeen({ areas, checklist, room }: Entered, request: Request) {
  const typed = typedIn(request)
  const problems: FieldProblem[] = []
  const seen: Seen[] = []
  for (const { areaId, name: areaName } of areas) {
    for (const { code: item, text } of checklist.items) {
      const field = fieldOf(areaId, item)
      const result = RESULTS.find((each) => each === typed(field))
      const note = typed(`note-${field}`).trim().slice(0, 400)
      if (!result) problems.push(faultIn(field, 'result_missing'))
      else if (result === 'bad' && note === '')
        problems.push(faultIn(`note-${field}`, 'note_missing'))
      else
        seen.push({ areaId, areaName, item, itemText: inLanguage(text, room.lang), result, note })
    }
  }
  if (areas.length === 0) problems.push(faultIn('areas', 'areas_missing'))
  return { seen, problems }
}

const faultIn = (field: string, code: string): FieldProblem => ({
  field,
  code,
  text: `improvements-measures.problems.${code}`,
})

async function show(
  system: System,
  { room, inspection, areas, checklist, mayInspect }: Entered,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, lang, book } = room
  const { administrationId, inspectionId, centreId } = inspection
  const { db } = system
  const urls = measureUrls(slug)
  const seen = (await listSeen(db, administrationId, [inspectionId])).get(inspectionId) ?? []
  const plans = await listCorrectives(db, administrationId, centreId)
  const items = await listEvidence(db, administrationId, { kind: 'inspection', id: inspectionId })
  const names = await accountNames(db, [inspection.inspectorId, inspection.doneBy])
  const centre = book.centres.find((each) => each.centreId === centreId)
  const typed = typedIn(request)
  const error = problems.length > 0
  const isOpen = inspection.doneOn === null
  const model = {
    title: t('improvements-measures.inspection.title', { centre: book.names.get(centreId) ?? '' }),
    error,
    errors: formErrors(response, problems),
    backUrl: `${urls.inspections}?centro=${centre?.slug ?? ''}`,
    inspection,
    who: names.get(inspection.doneBy ?? inspection.inspectorId) ?? '',
    action: isOpen && mayInspect && areas.length > 0 ? urls.inspection(inspectionId) : null,
    noAreas: isOpen && areas.length === 0,
    areas: areas.map(({ areaId, name }) => ({
      name,
      items: checklist.items.map(({ code, text }) => {
        const field = fieldOf(areaId, code)
        return {
          field,
          text: inLanguage(text, lang),
          result: error ? typed(field) : '',
          note: error ? typed(`note-${field}`) : '',
        }
      }),
    })),
    outcome: outcomeOf(seen),
    findings: seen
      .filter(({ result }) => result === 'bad')
      .map((one) => ({
        ...one,
        planned: plans.some(
          ({ foundBy }) =>
            foundBy?.inspectionId === inspectionId &&
            foundBy.areaId === one.areaId &&
            foundBy.item === one.item,
        ),
        planUrl:
          centre && mayInspect
            ? `${urls.measures}?centro=${centre.slug}&hallazgo=${inspectionId}.${one.areaId}.${one.item}#finding`
            : null,
      })),
    panel: evidencePanel(
      slug,
      { items },
      {
        action: mayInspect ? urls.evidence(inspectionId) : null,
        back: urls.inspection(inspectionId),
      },
    ),
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/measures/inspection', model, options)
}

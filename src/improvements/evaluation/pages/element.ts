import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames, listHolders } from '../../../people/index.ts'
import { NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  formAgain,
  line,
  readForm,
  render,
  sending,
  showing,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { evidencePanel, listPairsOf, takeEvidence } from '../../evidence/index.ts'
import { planTask } from '../../tasks/index.ts'
import { openFolder } from '../actions/open-folder.ts'
import { fillers } from '../evaluation-policy.ts'
import { elementsOf } from '../model.ts'
import { readShown } from '../read-shown.ts'
import { elementView } from './element-view.ts'
import { enterCentre, type RoomOfCentre } from './evaluation-room.ts'
import { questionOf } from './question-of.ts'

const owing = z.object({ what: line(400), ownerId: line(40), dueOn: day })

const elementPage = (system: System): FormPage<RoomOfCentre> => ({
  enter: (request, response) => enterCentre(system, request, response),
  show: (...shown) => show(system, ...shown),
})

const elementToFill = (system: System): FormPage<RoomOfCentre> => ({
  ...elementPage(system),
  enter: (request, response) => enterToFill(system, request, response),
})

/** One element: what there is for it, where a person adds what shows it or says who owes it. */
export function showElement(system: System): Page {
  return showing(elementPage(system))
}

export function sendEvidence(system: System): Page {
  return sending(elementToFill(system), async (room, request) => {
    const elementId = elementIdIn(request, room)
    const { administrationId } = room.deed
    const { centreId } = room.centre
    const place = { administrationId, centreId, year: room.year }
    const id = await openFolder(system, place, elementId)
    const { deed, today } = room
    const about = { kind: 'evaluation', id } as const
    const problems = await takeEvidence(system, request, { deed, today, centreId, about })
    if (problems.length > 0) return problems
    return room.there(room.urls.element(elementId))
  })
}

export function sendOwed(system: System): Page {
  return sending(elementToFill(system), async (room, request) => {
    const elementId = elementIdIn(request, room)
    const { values, problems } = readForm(request, owing)
    if (!values) return problems
    const owners = await ownersOf(system, room)
    if (owners.every(({ value }) => value !== values.ownerId)) {
      return [{ field: 'ownerId', code: 'unknown' }]
    }
    if (values.dueOn < room.today) return [{ field: 'dueOn', code: 'in_past' }]
    const { administrationId } = room.deed
    const place = { administrationId, centreId: room.centre.centreId, year: room.year }
    const originId = await openFolder(system, place, elementId)
    const { centreId } = place
    const task = { administrationId, centreId, origin: 'evaluation', originId, ...values } as const
    await planTask(system, room.deed, task)
    return room.there(room.urls.element(elementId))
  })
}

async function enterToFill(system: System, request: Request, response: Response) {
  const room = await enterCentre(system, request, response)
  if (!room.mayFill) throw new NotAllowed()
  return room
}

function elementIdIn(request: Request, { own }: RoomOfCentre): string {
  const found = elementsOf(own.model).find(({ id }) => id === request.params['elementId'])
  if (!found) throw new NotFound()
  return found.id
}

async function ownersOf(system: System, { place, today }: RoomOfCentre) {
  const ids = await listHolders(system.db, fillers, place, today)
  const names = await accountNames(system.db, ids)
  return [...names].map(([value, text]) => ({ value, text }))
}

async function show(
  system: System,
  room: RoomOfCentre,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { own, slug, t, urls, there } = room
  const elementId = elementIdIn(request, room)
  const shown = (await readShown(system, own.model, questionOf(room))).get(elementId)
  if (!shown) throw new NotFound()
  const owners = room.mayFill ? await ownersOf(system, room) : []
  const names = await accountNames(
    system.db,
    shown.tasks.map(({ ownerId }) => ownerId),
  )
  const folderIds = [...new Set(shown.added.map(({ about }) => about.id))]
  const { administrationId } = room.deed
  const pairs = await listPairsOf(system.db, administrationId, 'evaluation', folderIds)
  const criterion = own.model.criteria.find(({ evidences }) =>
    evidences.some(({ elements }) => elements.some(({ id }) => id === elementId)),
  )
  const here = there(urls.element(elementId))
  const action = room.mayFill ? there(urls.evidence(elementId)) : null
  const model = {
    title: t('improvements-evaluation.element.title', { id: elementId }),
    ...formAgain(response, problems, 'improvements-evaluation.problems'),
    where: t('improvements-evaluation.where', { centre: room.centre.name, year: room.year }),
    backUrl: there(criterion ? urls.criterion(criterion.id) : urls.home),
    element: elementView(shown, room, names),
    panel: evidencePanel(slug, { items: shown.added, pairs }, { action, back: here }),
    owedUrl: room.mayFill ? there(urls.owed(elementId)) : null,
    owners,
  }
  render(response, 'improvements/evaluation/element', model, { layout: 'staff' })
}

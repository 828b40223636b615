import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
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
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { evidencePanel, listEvidenceOf, listPairsOf } from '../../evidence/index.ts'
import { peopleChoice } from '../../pages/people-choice.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { countTasks, isOverdue, listTasksOfOrigin, taskUrls, type Task } from '../../tasks/index.ts'
import { listPromises } from '../list-promises.ts'
import { planCorrective } from '../actions/plan-corrective.ts'
import { listCorrectives, type FoundBy } from '../corrective-store.ts'
import { getInspection, listSeen } from '../inspection-store.ts'
import { measureUrls } from '../urls.ts'

const corrective = z.object({
  finding: line(400),
  cause: line(400),
  action: line(400),
  ownerId: line(40),
  dueOn: day,
  found: optionalLine(200),
})

/** As long as an action has if nobody says otherwise. */
const USUAL_DAYS = 30

function measuresPage(system: System): FormPage<ImprovementRoom> {
  return {
    enter: (request, response) => enterRoom(system, response, request),
    show: (...shown) => show(system, ...shown),
  }
}

/** What was promised to people, and the corrective action plan. */
export function showMeasures(system: System): Page {
  return showing(measuresPage(system))
}

export function sendCorrective(system: System): Page {
  return sending(measuresPage(system), async (room, request) => {
    if (!room.mayImprove) throw new NotAllowed()
    const { values, problems } = readForm(request, corrective)
    if (!values) return problems
    const { centreId } = room.place
    const owners = await peopleChoice(system, room, centreId)
    if (!owners.some(({ value }) => value === values.ownerId)) {
      return [{ field: 'ownerId', code: 'unknown' }]
    }
    if (values.dueOn < room.today) return [{ field: 'dueOn', code: 'in_past' }]
    const { found, ...planned } = values
    const foundBy = await findingOf(system, room, found)
    const correctiveId = await planCorrective(system, room.deed, { ...planned, centreId, foundBy })
    return `${room.here(measureUrls(room.slug).measures)}#c-${correctiveId}`
  })
}

/** The result of an inspection that the form was opened from; of another centre it is none. */
async function findingOf(
  { db }: System,
  { deed, place }: ImprovementRoom,
  found: string,
): Promise<(FoundBy & { text: string }) | null> {
  const [inspectionId, areaId, item] = found.split('.')
  if (!isId(inspectionId) || !isId(areaId) || !item) return null
  const { administrationId } = deed
  const inspection = await getInspection(db, administrationId, inspectionId)
  if (inspection.centreId !== place.centreId) return null
  const seen = (await listSeen(db, administrationId, [inspectionId])).get(inspectionId) ?? []
  const one = seen.find((each) => each.areaId === areaId && each.item === item)
  if (!one) return null
  const text = [`${one.areaName}: ${one.itemText}`, one.note].filter(Boolean).join('. ')
  return { inspectionId, areaId, item, text }
}

async function show(
  system: System,
  room: ImprovementRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, deed, today, place, book } = room
  const { db } = system
  const { administrationId } = deed
  const plans = await listCorrectives(db, administrationId, place.centreId)
  const ids = plans.map(({ correctiveId }) => correctiveId)
  const tasks = await listTasksOfOrigin(db, administrationId, 'corrective', ids)
  const taskIds = tasks.map(({ taskId }) => taskId)
  const photos = await listEvidenceOf(db, administrationId, 'task', taskIds)
  const pairs = await listPairsOf(db, administrationId, 'task', taskIds)
  const promises = await listPromises(db, administrationId, place.centreId)
  const names = await accountNames(
    db,
    [...tasks, ...promises].map(({ ownerId }) => ownerId),
  )
  const urls = measureUrls(slug)
  const shown = (task: Task) => ({
    ...task,
    href: taskUrls(slug).task(task.taskId),
    owner: names.get(task.ownerId) ?? '',
    where: (task.centreId && book.names.get(task.centreId)) ?? t('improvements.all_centres'),
    origin: t('improvements-tasks.origin.measure'),
    look: isOverdue(task, today) ? ('overdue' as const) : task.state,
  })
  const asked = request.query.hallazgo
  const typed = typedIn(request)
  const error = problems.length > 0
  const foundText = error ? typed('found') : typeof asked === 'string' ? asked : ''
  const found = await findingOf(system, room, foundText)
  const year = { from: `${today.slice(0, 4)}-01-01`, until: `${today.slice(0, 4)}-12-31` }
  const ofCentre = place.centreId === null ? {} : { centreId: place.centreId }
  const kept = { administrationId, origin: 'measure' as const, ...year, ...ofCentre }
  const model = {
    title: t('improvements-measures.title'),
    error,
    errors: formErrors(response, problems, 'improvements-measures.problems'),
    choice: centreChoice(room, urls.measures),
    promises: promises.map(shown),
    kept: await countTasks(db, kept),
    plans: plans.map((plan) => {
      const task = tasks.find(({ originId }) => originId === plan.correctiveId)
      const own = (about: { id: string }) => about.id === task?.taskId
      const found = {
        items: photos.filter(({ about }) => own(about)),
        pairs: pairs.filter(({ about }) => own(about)),
      }
      return {
        ...plan,
        task: task ? shown(task) : null,
        panel: evidencePanel(slug, found, { action: null, back: urls.measures }),
      }
    }),
    action: room.mayImprove ? room.here(urls.measures) : null,
    owners: room.mayImprove ? await peopleChoice(system, room, place.centreId) : [],
    typed: error ? typed : () => '',
    found: found ? { value: foundText, text: found.text } : null,
    dueOn: addDays(today, USUAL_DAYS),
    viewerId: deed.accountId,
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/measures/measures', model, options)
}

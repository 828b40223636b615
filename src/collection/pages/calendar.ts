import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames, listHolders } from '../../people/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import {
  day,
  formAgain,
  line,
  optionalLine,
  problemsOfOne,
  render,
  sendingForm,
  showing,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { finishActivity, planActivity } from '../actions/keep-programme.ts'
import { keepers, validators } from '../collection-policy.ts'
import { readCollected } from '../read-proof.ts'
import { calendarRows } from './calendar-view.ts'
import { enterRoom, idOf, yearOf, type Room } from './room.ts'

const plannedForm = z.object({
  name: line(160),
  centreId: optionalLine(40).transform((text) => text || null),
  plannedFrom: day,
  plannedUntil: day,
  responsibleId: line(40),
})

const doneForm = z.object({ doneOn: day, evidence: line(400) })

const calendarPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (...shown) => show(system, ...shown),
})

/** What was planned and what was done; campaigns and counted months stand there by themselves. */
export function showCalendar(system: System): Page {
  return showing(calendarPage(system))
}

export function sendActivity(system: System): Page {
  return sendingForm(calendarPage(system), plannedForm, async (room, values) => {
    const unknown = await unknownIn(system, room, values)
    if (unknown.length > 0) return unknown.map((field) => ({ field, code: 'unknown' }))
    await planActivity(system, room.deed, values)
    return `${room.urls.calendar}?anio=${values.plannedFrom.slice(0, 4)}&hecho=planned`
  })
}

async function unknownIn(
  system: System,
  room: Room,
  { responsibleId, centreId }: z.output<typeof plannedForm>,
): Promise<string[]> {
  const responsibles = await responsiblesOf(system, room)
  const isResponsible = responsibles.some(({ value }) => value === responsibleId)
  const isCentre =
    centreId === null || room.book.centres.some((centre) => centre.centreId === centreId)
  return [...(isResponsible ? [] : ['responsibleId']), ...(isCentre ? [] : ['centreId'])]
}

export function sendDone(system: System): Page {
  return sendingForm(calendarPage(system), doneForm, async (room, values, request) => {
    const activityId = idOf(request.params['activityId'])
    const { doneOn: on, evidence } = values
    if (on > room.today) return [{ field: 'doneOn', code: 'in_future' }]
    await finishActivity(system, room.deed, { activityId, on, evidence })
    return `${room.urls.calendar}?hecho=done`
  })
}

async function responsiblesOf(system: System, { deed, today }: Room) {
  const { administrationId } = deed
  const roles = [...keepers, ...validators]
  const ids = await listHolders(system.db, roles, { administrationId }, today)
  const names = await accountNames(system.db, ids)
  return [...names].map(([value, text]) => ({ value, text }))
}

const DONE = ['planned', 'done']

async function show(
  system: System,
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls, book, today, mayKeep, deed } = room
  const year = yearOf(request.query.anio, today)
  const collected = await readCollected(system.db, book, { year, today })
  const people = [
    ...collected.activities.map(({ responsibleId }) => responsibleId),
    ...collected.campaigns.map(({ ownerId }) => ownerId),
  ]
  const names = await accountNames(system.db, people)
  const done = request.query.hecho
  // every row has the form of a finished activity
  const finishing = request.params['activityId']
  const named = finishing
    ? problemsOfOne(problems, idOf(finishing), 'collection.problems')
    : problems
  const again = formAgain(response, named, 'collection.problems')
  const model = {
    title: t('collection.calendar.title', { year }),
    ...again,
    backUrl: urls.programme,
    action: mayKeep ? urls.calendar : null,
    done: typeof done === 'string' && DONE.includes(done) ? t(`collection.done.${done}`) : null,
    today,
    years: [year - 1, year + 1].map((each) => ({
      text: String(each),
      href: `${urls.calendar}?anio=${each}`,
    })),
    rows: calendarRows(collected, room, names),
    typed: finishing ? () => '' : again.typed,
    responsibles: mayKeep ? await responsiblesOf(system, room) : [],
    viewerId: deed.accountId,
    centres: [
      { value: '', text: t('collection.calendar.everywhere') },
      ...book.centres.map(({ centreId, name }) => ({ value: centreId, text: name })),
    ],
  }
  render(response, 'collection/calendar', model, { layout: 'staff' })
}

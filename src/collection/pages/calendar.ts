import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames, listHolders } from '../../people/index.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import {
  day,
  formErrors,
  line,
  optionalLine,
  readForm,
  render,
  typedIn,
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

/** What was planned and what was done; campaigns and counted months stand there by themselves. */
export function showCalendar(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, await enterRoom(system, response), [])
  }
}

export function sendActivity(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { values, problems } = readForm(request, plannedForm)
    if (!values) return show(system, request, response, room, problems)
    const responsibles = await responsiblesOf(system, room)
    const unknown = [
      ...(responsibles.some(({ value }) => value === values.responsibleId)
        ? []
        : ['responsibleId']),
      ...(values.centreId === null ||
      room.book.centres.some(({ centreId }) => centreId === values.centreId)
        ? []
        : ['centreId']),
    ]
    if (unknown.length > 0) {
      const faults = unknown.map((field) => ({ field, code: 'unknown' }))
      return show(system, request, response, room, faults)
    }
    try {
      await planActivity(system, room.deed, values)
      const year = values.plannedFrom.slice(0, 4)
      response.redirect(303, `${room.urls.calendar}?anio=${year}&hecho=planned`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, room, error.problems)
    }
  }
}

export function sendDone(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const activityId = idOf(request.params['activityId'])
    const { values, problems } = readForm(request, doneForm)
    if (!values) return show(system, request, response, room, problems, activityId)
    if (values.doneOn > room.today) {
      const faults = [{ field: 'doneOn', code: 'in_future' }]
      return show(system, request, response, room, faults, activityId)
    }
    const done = { activityId, on: values.doneOn, evidence: values.evidence }
    await finishActivity(system, room.deed, done)
    response.redirect(303, `${room.urls.calendar}?hecho=done`)
  }
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
  request: Request,
  response: Response,
  room: Room,
  problems: readonly FieldProblem[],
  finishing: string | null = null,
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
  const error = problems.length > 0
  // the fields of a finished activity carry its id, since every row has such a form
  const named = problems.map((one) =>
    finishing === null ? one : { ...one, field: `${one.field}-${finishing}`, text: textOf(one) },
  )
  const model = {
    title: t('collection.calendar.title', { year }),
    error,
    errors: formErrors(response, named, 'collection.problems'),
    backUrl: urls.programme,
    action: mayKeep ? urls.calendar : null,
    done: typeof done === 'string' && DONE.includes(done) ? t(`collection.done.${done}`) : null,
    today,
    years: [year - 1, year + 1].map((each) => ({
      text: String(each),
      href: `${urls.calendar}?anio=${each}`,
    })),
    rows: calendarRows(collected, room, names),
    typed: error && finishing === null ? typedIn(request) : () => '',
    responsibles: mayKeep ? await responsiblesOf(system, room) : [],
    viewerId: deed.accountId,
    centres: [
      { value: '', text: t('collection.calendar.everywhere') },
      ...book.centres.map(({ centreId, name }) => ({ value: centreId, text: name })),
    ],
  }
  render(response, 'collection/calendar', model, { layout: 'staff', status: error ? 422 : 200 })
}

function textOf({ field, code }: FieldProblem): string {
  return `collection.problems.${field}.${code}`
}

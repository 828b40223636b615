import type { Request, Response } from 'express'
import { z } from 'zod'
import { listCalendarLayers } from '../../deadlines/index.ts'
import { Invalid, NotFound, type FieldProblem } from '../../platform/errors.ts'
import {
  day,
  formErrors,
  line,
  readForm,
  render,
  typedIn,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { declareOwnDay, withdrawOwnDay } from '../actions/keep-days.ts'
import { daysOfYear, knownYears, ownPlaces } from './days-view.ts'
import { allow, enterRoom, type Room } from './room.ts'
import { worded } from './worded.ts'

const declaration = z.object({
  place: line(80),
  date: day,
  kind: z.enum(['holiday', 'closure', 'working_day_by_exception'], 'required'),
  name: line(120),
  source: line(300),
})

const withdrawal = z.object({ place: line(80), date: day })

const DONE = new Set(['day_declared', 'day_withdrawn'])

export function showDays(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, await enterRoom(system, response))
  }
}

export function takeDay(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    allow(room.mayKeepDays)
    const { values, problems } = readForm(request, declaration)
    if (!values) return show(system, request, response, room, problems)
    const { place, date, kind, source, name } = values
    try {
      const calendarDay = { date, kind, source, name: { es: name, en: name } }
      await declareOwnDay(system, room.deed, calendarOf(room, place), calendarDay)
      response.redirect(303, addressOf(room, place, date, 'day_declared'))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, room, error.problems)
    }
  }
}

export function takeWithdrawal(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    allow(room.mayKeepDays)
    const { values } = readForm(request, withdrawal)
    if (!values) throw new NotFound()
    const { place, date } = values
    await withdrawOwnDay(system, room.deed, calendarOf(room, place), date)
    response.redirect(303, addressOf(room, place, date, 'day_withdrawn'))
  }
}

/** Only the calendars that this administration keeps. */
function calendarOf(room: Room, place: string): string {
  const own = ownPlaces(room).find(({ calendar }) => calendar === place)
  if (!own) throw new NotFound()
  return own.calendar
}

function addressOf({ urls }: Room, place: string, date: string, done: string): string {
  const query = new URLSearchParams({ lugar: place, anio: date.slice(0, 4), listo: done })
  return `${urls.days}?${query.toString()}`
}

async function show(
  system: System,
  request: Request,
  response: Response,
  room: Room,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const { t, urls, today, mayKeepDays } = room
  const typed = typedIn(request)
  const places = ownPlaces(room)
  const asked = typed('place') || request.query.lugar
  const place = places.find(({ calendar }) => calendar === asked) ?? places[0]
  if (!place) throw new NotFound()
  const layers = await listCalendarLayers(system.db, place.calendar)
  const years = knownYears(layers)
  const wanted = [typed('date').slice(0, 4), request.query.anio, today.slice(0, 4)].map(Number)
  const year =
    wanted.find((each) => years.includes(each)) ?? years.at(-1) ?? Number(today.slice(0, 4))
  const done = request.query.listo
  const model = {
    title: t('installation.days.title'),
    error: problems.length > 0,
    errors: formErrors(response, worded(problems)),
    notice: typeof done === 'string' && DONE.has(done) ? t(`installation.done.${done}`) : null,
    typed,
    urls,
    mayKeepDays,
    place,
    places: places.map(({ calendar, name }) => ({ value: calendar, text: name })),
    year,
    years: years.map(String).map((text) => ({ value: text, text })),
    days: daysOfYear(layers, year, room),
    kinds: ['closure', 'holiday', 'working_day_by_exception'].map((kind) => ({
      value: kind,
      text: t(`installation.day_kind.${kind}`),
      hint: { text: t(`installation.day_kind_hint.${kind}`) },
    })),
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'installation/days', model, { status, layout: 'staff' })
}

import type { Request, Response } from 'express'
import { z } from 'zod'
import { listCalendarLayers } from '../../deadlines/index.ts'
import { NotFound, type FieldProblem } from '../../platform/errors.ts'
import {
  day,
  formAgain,
  line,
  readForm,
  render,
  showing,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { declareOwnDay, withdrawOwnDay, yearWithDay, yearWithoutDay } from '../actions/keep-days.ts'
import { afterALook } from './after-a-look.ts'
import { daysOfYear, knownYears, ownPlaces, yearToConfirm } from './days-view.ts'
import { movedDates } from './moved-dates.ts'
import { enterRoom, type Room } from './room.ts'
import { worded } from './worded.ts'

const declaration = z.object({
  place: line(80),
  date: day,
  kind: z.enum(['holiday', 'closure', 'working_day_by_exception'], 'required'),
  name: line(120),
  source: line(300),
})

const withdrawal = z.object({ place: line(80), date: day })

const DONE = new Set(['day_declared', 'day_withdrawn', 'year_confirmed'])

const daysPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (...shown) => show(system, ...shown),
})

export function showDays(system: System): Page {
  return showing(daysPage(system))
}

export function takeDay(system: System): Page {
  return afterALook(system, daysPage(system), async (room, request) => {
    const { values, problems } = readForm(request, declaration)
    if (!values) return problems
    const { place, date, kind, source, name } = values
    const calendarDay = { date, kind, source, name: { es: name, en: name } }
    const calendar = calendarOf(room, place)
    return {
      year: await yearWithDay(system.db, room.deed, calendar, calendarDay),
      settle: async () => {
        await declareOwnDay(system, room.deed, calendar, calendarDay)
        return addressOf(room, place, date, 'day_declared')
      },
    }
  })
}

export function takeWithdrawal(system: System): Page {
  return afterALook(system, daysPage(system), async (room, request) => {
    const { values } = readForm(request, withdrawal)
    if (!values) throw new NotFound()
    const { place, date } = values
    const calendar = calendarOf(room, place)
    return {
      year: await yearWithoutDay(system.db, room.deed, calendar, date),
      settle: async () => {
        await withdrawOwnDay(system, room.deed, calendar, date)
        return addressOf(room, place, date, 'day_withdrawn')
      },
    }
  })
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
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls, today, mayKeepDays } = room
  const again = formAgain(response, worded(problems))
  const { typed } = again
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
    ...again,
    notice: typeof done === 'string' && DONE.has(done) ? t(`installation.done.${done}`) : null,
    urls,
    mayKeepDays,
    place,
    places: places.map(({ calendar, name }) => ({ value: calendar, text: name })),
    year,
    years: years.map(String).map((text) => ({ value: text, text })),
    days: daysOfYear(layers, year, room),
    moved: await movedDates(system, room, layers),
    confirmation: yearToConfirm(layers, room, place),
    kinds: ['closure', 'holiday', 'working_day_by_exception'].map((kind) => ({
      value: kind,
      text: t(`installation.day_kind.${kind}`),
      hint: { text: t(`installation.day_kind_hint.${kind}`) },
    })),
  }
  render(response, 'installation/days', model, { layout: 'staff' })
}

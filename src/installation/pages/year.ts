import type { Request, Response } from 'express'
import {
  findOwnYear,
  getCalendar,
  listCalendarLayers,
  proposeDays,
  type OwnYear,
  type ProposedYear,
} from '../../deadlines/index.ts'
import { NotFound, type FieldProblem } from '../../platform/errors.ts'
import {
  formAgain,
  readForm,
  render,
  showing,
  tickedIn,
  typedIn,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import { lastVersion } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { confirmYear } from '../actions/keep-days.ts'
import { calendarYearSetting, yearId } from '../calendar-year-setting.ts'
import { afterALook } from './after-a-look.ts'
import { ownPlaces, type OwnPlace } from './days-view.ts'
import { allow, enterRoom, type Room } from './room.ts'
import { worded } from './worded.ts'
import { yearForm, yearFrom } from './year-form.ts'
import { yearView } from './year-view.ts'

/** The days of one year in one place, proposed and as they are. */
export interface YearRoom extends Room {
  place: OwnPlace
  own: OwnYear
  proposed: ProposedYear
  workingWeek: ReadonlySet<number>
  version: number
}

/** All the days off of a coming year on one form. */
export function showYear(system: System): Page {
  return showing(yearPage(system))
}

export function takeYear(system: System): Page {
  return afterALook(system, yearPage(system), (room, request) => {
    const { values, problems } = readForm(request, yearForm)
    if (!values) return problems
    const { own, proposed, workingWeek, deed, urls } = room
    const year = yearFrom(values, own, proposed, workingWeek)
    return {
      year,
      settle: async () => {
        await confirmYear(system, deed, year, Number(values.version) || 0)
        const query = { lugar: own.calendar, anio: String(own.year), listo: 'year_confirmed' }
        return `${urls.days}?${new URLSearchParams(query).toString()}`
      },
    }
  })
}

function yearPage(system: System): FormPage<YearRoom> {
  return {
    enter: (request, response) => enterYear(system, request, response),
    show: (room, _request, response, problems) => {
      show(room, response, problems)
    },
  }
}

async function enterYear(system: System, request: Request, response: Response): Promise<YearRoom> {
  const room = await enterRoom(system, response)
  allow(room.mayKeepDays)
  const { administrationId } = room.deed
  const typed = typedIn(request)
  const asked = typed('place') || request.query['lugar']
  const places = ownPlaces(room)
  const place = asked ? places.find(({ calendar }) => calendar === asked) : places[0]
  const thisYear = Number(room.today.slice(0, 4))
  const year = Number(typed('year') || request.query['anio'] || thisYear + 1)
  if (!place || ![thisYear, thisYear + 1].includes(year)) throw new NotFound()
  const of = { code: place.calendar, administrationId }
  const own = await findOwnYear(system.db, of, year)
  if (!own) throw new NotFound()
  const layers = await listCalendarLayers(system.db, place.calendar)
  const { workingWeek } = await getCalendar(system.db, place.calendar)
  const { subject } = calendarYearSetting(system)
  return {
    ...room,
    place,
    own,
    proposed: proposeDays(layers.slice(0, -1), year),
    workingWeek,
    version: await lastVersion(system.db, administrationId, subject, yearId(own)),
  }
}

function show(room: YearRoom, response: Response, problems: readonly FieldProblem[]): void {
  const again = formAgain(response, worded(problems))
  const ticked = again.error ? tickedIn(response.req)('applies') : null
  const model = { ...again, notice: null, ...yearView(room, ticked) }
  const status = again.error ? 422 : 200
  render(response, 'installation/year', model, { layout: 'staff', status })
}

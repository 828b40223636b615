import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  formErrors,
  readForm,
  render,
  sending,
  showing,
  typedIn,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { planMeetings } from '../actions/keep-meetings.ts'
import { FREQUENCIES } from '../charter.ts'
import { listCharters } from '../charter-store.ts'
import { listMeetings } from '../meeting-store.ts'
import { teamUrls } from '../urls.ts'

const planning = z.object({ firstOn: day, meets: z.enum(FREQUENCIES, 'required') })

function meetingsPage(system: System): FormPage<ImprovementRoom> {
  return {
    enter: (request, response) => enterRoom(system, response, request),
    show: (...shown) => show(system, ...shown),
  }
}

/** The calendar of the team's meetings. */
export function showMeetings(system: System): Page {
  return showing(meetingsPage(system))
}

export function sendMeetings(system: System): Page {
  return sending(meetingsPage(system), async (room, request) => {
    if (!room.centre || !room.mayImprove) throw new NotAllowed()
    const { values, problems } = readForm(request, planning)
    if (!values) return problems
    if (values.firstOn < room.today) return [{ field: 'firstOn', code: 'in_past' }]
    const { centreId } = room.centre
    await planMeetings(system, room.deed, { centreId, ...values })
    return room.here(teamUrls(room.slug).meetings)
  })
}

async function show(
  { db }: System,
  room: ImprovementRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, today, deed, centre, book } = room
  const { administrationId } = deed
  const year = Number(today.slice(0, 4))
  const days = { from: `${year}-01-01`, until: `${year}-12-31` }
  const where = centre ? { centreId: centre.centreId } : {}
  const meetings = await listMeetings(db, administrationId, { ...days, ...where })
  const charters = centre
    ? await listCharters(db, { administrationId, centreId: centre.centreId, year })
    : []
  const urls = teamUrls(slug)
  const error = problems.length > 0
  const typed = typedIn(request)
  const model = {
    title: t('improvements-team.meetings_title', { year }),
    error,
    errors: formErrors(response, problems, 'improvements-team.problems'),
    backUrl: room.here(urls.team),
    choice: centreChoice(room, urls.meetings),
    rows: meetings.map((meeting) => ({
      ...meeting,
      href: urls.meeting(meeting.meetingId),
      where: book.names.get(meeting.centreId) ?? '',
      state: meeting.heldOn !== null ? 'held' : meeting.plannedOn < today ? 'late' : 'planned',
    })),
    action: centre && room.mayImprove ? room.here(urls.meetings) : null,
    frequencies: FREQUENCIES.map((meets) => ({
      value: meets,
      text: t(`improvements-team.frequency.${meets}`),
    })),
    meets: error ? typed('meets') : (charters[0]?.meets ?? 'monthly'),
    firstOn: error ? typed('firstOn') : today,
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/team/meetings', model, options)
}

import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames, assignedTo, listColleagues } from '../../../people/index.ts'
import { isPlainDate } from '../../../platform/dates.ts'
import { NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  formErrors,
  idIn,
  readForm,
  render,
  sending,
  showing,
  tickedIn,
  typedIn,
  words,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { peopleChoice } from '../../pages/people-choice.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { isOverdue, listTasksOfOrigin, taskUrls, type Task } from '../../tasks/index.ts'
import { writeMinutes, type Agreement } from '../actions/keep-meetings.ts'
import { listCharters } from '../charter-store.ts'
import { drawMinutes } from '../draw-papers.ts'
import { getMeeting, listAttendance, listMeetings, type Meeting } from '../meeting-store.ts'
import { teamUrls } from '../urls.ts'

/** So many agreements fit on the form; further ones are tasks of their own. */
const AGREEMENTS = [1, 2, 3, 4]

const holding = z.object({ heldOn: day, minutes: words(8000) })

interface Entered {
  room: ImprovementRoom
  meeting: Meeting
  /** Who was expected. */
  expected: readonly { accountId: string; name: string }[]
  mayWrite: boolean
}

function meetingPage(system: System): FormPage<Entered> {
  return {
    enter: (request, response) => enter(system, request, response),
    show: (...shown) => show(system, ...shown),
  }
}

/** One meeting: what became of what was agreed before, who came, what was said and agreed. */
export function showMeeting(system: System): Page {
  return showing(meetingPage(system))
}

export function sendMinutes(system: System): Page {
  return sending(meetingPage(system), async (entered, request) => {
    const { room, meeting, expected, mayWrite } = entered
    if (!mayWrite) throw new NotAllowed()
    const { values, problems } = readForm(request, holding)
    if (!values) return problems
    if (values.minutes === '') return [{ field: 'minutes', code: 'required' }]
    if (values.heldOn > room.today) return [{ field: 'heldOn', code: 'in_future' }]
    const owners = await peopleChoice(system, room, meeting.centreId)
    const { agreements, faults } = readAgreements(request, values.heldOn, owners)
    if (faults.length > 0) return faults
    const came = tickedIn(request)('came')
    const attendance = expected.map(({ accountId }) => ({
      accountId,
      came: came.includes(accountId),
    }))
    const held = { on: values.heldOn, minutes: values.minutes, attendance, agreements }
    await writeMinutes(system, room.deed, meeting, held)
    return teamUrls(room.slug).meeting(meeting.meetingId)
  })
}

export function serveMinutes(system: System): Page {
  return async (request, response) => {
    const { room, meeting } = await enter(system, request, response)
    if (meeting.heldOn === null) throw new NotFound()
    const { t, lang, book } = room
    const { administrationId, meetingId, centreId } = meeting
    const centre = book.names.get(centreId) ?? ''
    const attendance = await listAttendance(system.db, administrationId, [meetingId])
    const came = attendance.get(meetingId) ?? []
    const agreements = await listTasksOfOrigin(system.db, administrationId, 'meeting', [meetingId])
    const names = await accountNames(system.db, [
      ...came.map(({ accountId }) => accountId),
      ...agreements.map(({ ownerId }) => ownerId),
    ])
    const namesOf = (wanted: boolean) =>
      came.filter((one) => one.came === wanted).map(({ accountId }) => names.get(accountId) ?? '')
    const bytes = await drawMinutes(
      { t, lang, administration: book.administration.name, centre },
      meeting,
      {
        present: namesOf(true),
        absent: namesOf(false),
        agreements,
        ownerOf: (accountId) => names.get(accountId) ?? '',
      },
    )
    response.attachment(`minuta-${meeting.heldOn}.pdf`).type('application/pdf')
    response.set('Cache-Control', 'private, no-store').send(bytes)
  }
}

async function enter(system: System, request: Request, response: Response): Promise<Entered> {
  const room = await enterRoom(system, response, request)
  const { administrationId, accountId } = room.deed
  const meeting = await getMeeting(system.db, administrationId, idIn(request, 'meetingId'))
  const { centreId, plannedOn } = meeting
  if (!room.centres.some((centre) => centre.centreId === centreId)) throw new NotFound()
  const year = Number(plannedOn.slice(0, 4))
  const [charter] = await listCharters(system.db, { administrationId, centreId, year })
  const colleagues = await listColleagues(system.db, administrationId, room.today)
  const expected = charter?.members ?? assignedTo(colleagues, centreId)
  const isMember = expected.some((member) => member.accountId === accountId)
  const mayWrite =
    meeting.heldOn === null && (isMember || mayImprove(room.staff, { administrationId, centreId }))
  return { room, meeting, expected, mayWrite }
}

function readAgreements(request: Request, heldOn: string, owners: readonly { value: string }[]) {
  const typed = typedIn(request)
  const agreements: Agreement[] = []
  const faults: FieldProblem[] = []
  for (const number of AGREEMENTS) {
    const what = typed(`what-${number}`).trim().slice(0, 400)
    if (what === '') continue
    const [ownerId, dueOn] = [typed(`owner-${number}`), typed(`due-${number}`)]
    if (!owners.some(({ value }) => value === ownerId))
      faults.push(fault(`owner-${number}`, 'owner'))
    else if (!isPlainDate(dueOn) || dueOn < heldOn) faults.push(fault(`due-${number}`, 'due'))
    else agreements.push({ what, ownerId, dueOn })
  }
  return { agreements, faults }
}

const fault = (field: string, code: string): FieldProblem => ({
  field,
  code,
  text: `improvements-team.problems.agreement_${code}`,
})

async function show(
  system: System,
  { room, meeting, expected, mayWrite }: Entered,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, today, book } = room
  const { db } = system
  const { administrationId, meetingId, centreId } = meeting
  const urls = teamUrls(slug)
  const own = await listTasksOfOrigin(db, administrationId, 'meeting', [meetingId])
  const earlier = await earlierAgreements(db, meeting)
  const attendance = (await listAttendance(db, administrationId, [meetingId])).get(meetingId) ?? []
  const names = await accountNames(db, [
    ...[...own, ...earlier].map(({ ownerId }) => ownerId),
    ...attendance.map(({ accountId }) => accountId),
  ])
  const shown = (task: Task) => ({
    ...task,
    href: taskUrls(slug).task(task.taskId),
    owner: names.get(task.ownerId) ?? '',
    where: '',
    origin: task.endedWith,
    look: isOverdue(task, today) ? ('overdue' as const) : task.state,
  })
  const error = problems.length > 0
  const typed = typedIn(request)
  const came = tickedIn(request)('came')
  const namesOf = (wanted: boolean) =>
    attendance
      .filter((one) => one.came === wanted)
      .map(({ accountId }) => names.get(accountId) ?? '')
  const model = {
    title: t('improvements-team.minutes_title', { centre: book.names.get(centreId) ?? '' }),
    error,
    errors: formErrors(response, problems, 'improvements-team.problems'),
    backUrl: urls.meetings,
    meeting,
    earlier: earlier.map(shown),
    agreements: own.map(shown),
    present: namesOf(true),
    absent: namesOf(false),
    paperUrl: meeting.heldOn === null ? null : urls.minutesPaper(meetingId),
    action: mayWrite ? urls.meeting(meetingId) : null,
    expected: expected.map(({ accountId, name }) => ({
      value: accountId,
      text: name,
      checked: error ? came.includes(accountId) : true,
    })),
    owners: mayWrite ? await peopleChoice(system, room, centreId) : [],
    numbers: AGREEMENTS,
    typed: error ? typed : () => '',
    today,
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/team/meeting', model, options)
}

/** What was agreed in the meetings of the year before this one: what is open, and what became of the rest. */
async function earlierAgreements(db: System['db'], meeting: Meeting): Promise<Task[]> {
  const { administrationId, centreId, plannedOn } = meeting
  const from = `${Number(plannedOn.slice(0, 4)) - 1}-01-01`
  const before = await listMeetings(db, administrationId, { from, until: plannedOn, centreId })
  const ids = before.map((one) => one.meetingId).filter((id) => id !== meeting.meetingId)
  return listTasksOfOrigin(db, administrationId, 'meeting', ids)
}

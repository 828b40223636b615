import type { Request, Response } from 'express'
import { listColleagues } from '../../../people/index.ts'
import { NotFound, type FieldProblem } from '../../../platform/errors.ts'
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
import { evidencePanel, listEvidence } from '../../evidence/index.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { confirmReading } from '../actions/disseminate.ts'
import { audienceOf, type Dissemination } from '../dissemination.ts'
import { listDisseminations, listReadings } from '../dissemination-store.ts'
import { disseminationUrls } from '../urls.ts'

/** What goes to the person, the unread first. */
export function showToRead(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response, request)
    const { t, slug, book, today } = room
    const urls = disseminationUrls(slug)
    const mine = await listMine(system, room)
    const model = {
      title: t('improvements-dissemination.to_read'),
      timeZone: book.administration.timeZone,
      rows: mine
        .map(({ one, readAt }) => ({
          ...one,
          href: urls.reading(one.disseminationId),
          readAt,
          late: readAt === null && one.dueOn < today,
        }))
        .toSorted((one, other) => Number(one.readAt !== null) - Number(other.readAt !== null)),
    }
    render(response, 'improvements/dissemination/to-read', model, { layout: 'staff' })
  }
}

interface Entered {
  room: ImprovementRoom
  one: Dissemination
  readAt: Date | null
}

function readingPage(system: System): FormPage<Entered> {
  return {
    enter: (request, response) => enter(system, request, response),
    show: (...shown) => show(system, ...shown),
  }
}

export function showReading(system: System): Page {
  return showing(readingPage(system))
}

export function sendReading(system: System): Page {
  return sending(readingPage(system), async ({ room, one }, request) => {
    const typed = typedIn(request)
    const answers = one.quiz.map((_, index) => {
      const answer = typed(`answer-${index}`)
      return /^\d$/.test(answer) ? Number(answer) : null
    })
    await confirmReading(system, room.deed, one, answers)
    return disseminationUrls(room.slug).reading(one.disseminationId)
  })
}

async function listMine({ db }: System, { deed, today }: ImprovementRoom) {
  const { administrationId, accountId } = deed
  const all = await listDisseminations(db, administrationId, { until: today })
  const colleagues = await listColleagues(db, administrationId, today)
  const me = colleagues.filter((colleague) => colleague.accountId === accountId)
  const mine = all.filter((one) => audienceOf(one, me).length > 0)
  const ids = mine.map(({ disseminationId }) => disseminationId)
  const readings = await listReadings(db, administrationId, ids)
  return mine.map((one) => {
    const own = readings.get(one.disseminationId)?.find((each) => each.accountId === accountId)
    return { one, readAt: own?.readAt ?? null }
  })
}

/** What does not go to the person does not exist for them here. */
async function enter(system: System, request: Request, response: Response): Promise<Entered> {
  const room = await enterRoom(system, response, request)
  const id = idIn(request, 'disseminationId')
  const mine = await listMine(system, room)
  const found = mine.find(({ one }) => one.disseminationId === id)
  if (!found) throw new NotFound()
  return { room, ...found }
}

async function show(
  { db }: System,
  { room, one, readAt }: Entered,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { slug, book } = room
  const { administrationId, disseminationId } = one
  const urls = disseminationUrls(slug)
  const about = { kind: 'dissemination', id: disseminationId } as const
  const items = await listEvidence(db, administrationId, about)
  const error = problems.length > 0
  const typed = typedIn(request)
  const model = {
    title: one.title,
    error,
    errors: formErrors(response, problems, 'improvements-dissemination.problems'),
    backUrl: urls.toRead,
    one,
    readAt,
    timeZone: book.administration.timeZone,
    panel: evidencePanel(slug, { items }, { action: null, back: urls.toRead }),
    action: readAt === null ? urls.reading(disseminationId) : null,
    chosen: (index: number) => (error ? typed(`answer-${index}`) : ''),
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/dissemination/reading', model, options)
}

import type { Response } from 'express'
import { formatDate, formatDateTime } from '../../platform/i18n/index.ts'
import { render, typedIn, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { withdrawRequest } from '../actions/decide-request.ts'
import { isPossible } from '../request-policy.ts'
import { nextDay } from '../request-clock.ts'
import { listSteps, type RequestStep } from '../request-step-store.ts'
import { sendPersonFile } from '../person-file/send-person-file.ts'
import { followRequestUrls } from '../urls.ts'
import { askForRequestSecret } from './enter.ts'
import { openFollowRoom, type FollowRoom } from './follow-room.ts'

/** How a request stands, for the person who asked. */
export function showRequest(system: System): Page {
  return async (request, response) => {
    const room = await openFollowRoom(system, request, response)
    if (!room) return askAgain(response)
    const steps = await listSteps(system.db, room.request)
    render(response, 'data-requests/follow', followView(room, steps, response))
  }
}

/** Everything, once access was granted. */
export function sendGranted(system: System): Page {
  return async (request, response) => {
    const room = await openFollowRoom(system, request, response)
    if (!room) return askAgain(response)
    const { requestNumber: name } = room.request
    if (!hasFile(room)) return response.redirect(303, followRequestUrls(name).request)
    await sendPersonFile(system, response, { ...room, name })
  }
}

export function sendWithdrawal(system: System): Page {
  return async (request, response) => {
    const room = await openFollowRoom(system, request, response)
    if (!room) return askAgain(response)
    const seen = Number(typedIn(request)('seen'))
    await withdrawRequest(system, { ref: room.request, staff: null, seen }, room.now)
    response.redirect(303, followRequestUrls(room.request.requestNumber).request)
  }
}

function askAgain(response: Response): void {
  askForRequestSecret(response, { number: String(response.req.params['requestNumber']) })
}

function hasFile({ request, items }: FollowRoom): boolean {
  return request.right === 'access' && request.state === 'effective' && items.length > 0
}

/** What is only for the office: the person is told when something changes for them. */
const INTERNAL = new Set(['add_case'])

function followView(room: FollowRoom, steps: readonly RequestStep[], { locals }: Response) {
  const { request, book, today, items } = room
  const { t, lang } = locals
  const { timeZone } = book.administration
  const urls = followRequestUrls(request.requestNumber)
  const day = nextDay(request)
  return {
    title: t(`data-requests.follow.heading.${request.state}`),
    number: request.requestNumber,
    right: t(`data-requests.right.${request.right}.name`),
    state: { text: t(`data-requests.state.${request.state}`), tone: TONES[request.state] },
    answer: request.answer,
    due: day && {
      text: t(`data-requests.follow.due.${request.state}`, { date: formatDate(day, lang) }),
      isLate: day < today,
    },
    asked: request.details,
    erased:
      request.erasedOn &&
      t('data-requests.follow.erased', { date: formatDate(request.erasedOn, lang) }),
    cases: items.map(({ caseNumber }) => caseNumber),
    fileUrl: hasFile(room) ? urls.file : null,
    history: steps
      .filter(({ step }) => !INTERNAL.has(step))
      .map(({ at, step, accountId, words }) => ({
        kind: words === null ? 'event' : 'message',
        label: t(accountId === null ? 'data-requests.by_person' : 'data-requests.by_office'),
        title: t(`data-requests.step.${step}`),
        at: at.toISOString(),
        when: formatDateTime(at, lang, timeZone),
        text: words,
      })),
    seen: request.version,
    withdrawalUrl: isPossible('withdraw', request) ? urls.withdrawal : null,
  }
}

export const TONES = {
  received: 'new',
  awaiting_proof: 'waiting',
  in_review: 'active',
  granted: 'review',
  denied: 'closed',
  effective: 'done',
  withdrawn: 'closed',
} as const

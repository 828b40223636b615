import type { Request, Response } from 'express'
import { recordLook } from '../../../audit/index.ts'
import {
  Invalid,
  NotAllowed,
  NotFound,
  WrongState,
  type FieldProblem,
} from '../../../platform/errors.ts'
import { requireWorkplace } from '../../../people/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { CaseMoved } from '../../case-moved.ts'
import { canSee } from '../../case-policy.ts'
import { problemsOf } from '../../filing.ts'
import type { CaseForm, Done } from './case-form.ts'
import { textOf, typedOf, type Typed } from './fields.ts'
import { formView, type FormTrouble } from './form-view.ts'
import { keptTextView } from './kept-text-view.ts'
import { openCaseRoom, type CaseRoom } from './room.ts'
import { caseFormUrl, caseUrl, listUrl } from './urls.ts'

/** In an address, but nothing that anybody chose in the form. */
const OURS = new Set(['lista', 'hecho'])

export function showForm<Values>(system: System, form: CaseForm<Values>): Page {
  return async (request, response) => {
    const room = await openCaseRoom(system, request, response)
    if (!mayOpen(room, form)) throw new NotAllowed()
    const chosen = Object.entries(typedOf(request.query)).filter(([name]) => !OURS.has(name))
    await sendPage(room, form, chosen.length > 0 ? Object.fromEntries(chosen) : null)
  }
}

/** Whatever stands in the way, every word that was typed comes back. */
export function takeForm<Values>(system: System, form: CaseForm<Values>): Page {
  return async (request, response) => {
    const typed = typedOf(request.body)
    const room = await roomOrNull(system, request, response)
    if (!room) return keepText(response, form.path, typed, null)
    await form.keep?.(room, typed)
    if (!mayOpen(room, form)) return keepText(response, form.path, typed, room)

    const read = form.schema.safeParse(typed, { reportInput: true })
    if (!read.success) return sendPage(room, form, typed, { problems: problemsOf(read.error) })
    try {
      const done = await form.submit(room, staffRequest(room, typed), read.data)
      leave(room, form, done)
    } catch (error) {
      await refuse(error, await roomOrNull(system, request, response), form, typed, response)
    }
  }
}

function staffRequest({ viewer, item }: CaseRoom, typed: Typed) {
  const seen = Number(textOf(typed, 'visto'))
  const { administrationId, caseNumber } = item
  return {
    viewer,
    ref: { administrationId, caseNumber },
    seenLength: Number.isSafeInteger(seen) ? seen : 0,
  }
}

function mayOpen<Values>({ allowed }: CaseRoom, { actions }: CaseForm<Values>): boolean {
  return actions.some((action) => allowed.includes(action))
}

async function refuse<Values>(
  error: unknown,
  room: CaseRoom | null,
  form: CaseForm<Values>,
  typed: Typed,
  response: Response,
): Promise<void> {
  if (room && error instanceof Invalid) {
    return sendPage(room, form, typed, { problems: error.problems })
  }
  const isInTheWay = [CaseMoved, WrongState, NotAllowed, NotFound].some(
    (kind) => error instanceof kind,
  )
  if (!isInTheWay) throw error
  if (!room || !mayOpen(room, form)) return keepText(response, form.path, typed, room)
  return sendPage(room, form, typed, { movedSince: Number(textOf(typed, 'visto')) || 0 })
}

async function sendPage<Values>(
  room: CaseRoom,
  form: CaseForm<Values>,
  typed: Typed | null,
  trouble: FormTrouble = {},
): Promise<void> {
  const { system, response, item, viewer, now } = room
  const view = await formView(room, form, typed, trouble)
  await recordLook(system.db, {
    at: now,
    accountId: viewer.staff.accountId,
    administrationId: item.administrationId,
    caseId: item.caseId,
    what: 'case',
    details: { page: form.path, person: false },
  })
  render(response, 'cases/case/form', view, { layout: 'staff', status: statusOf(trouble) })
}

function statusOf({
  problems,
  movedSince,
}: {
  problems?: readonly FieldProblem[]
  movedSince?: number
}) {
  if (problems) return 422
  return movedSince === undefined ? 200 : 409
}

async function keepText(
  response: Response,
  path: string,
  typed: Typed,
  room: CaseRoom | null,
): Promise<void> {
  const { slug } = requireWorkplace(response)
  const view = await keptTextView(response, { path, typed, room, listUrl: listUrl(slug, null) })
  render(response, 'cases/case/kept-text', view, { layout: 'staff', status: room ? 409 : 404 })
}

async function roomOrNull(system: System, request: Request, response: Response) {
  try {
    return await openCaseRoom(system, request, response)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

function leave<Values>(
  { response, viewer, slug, item, trail }: CaseRoom,
  { path }: CaseForm<Values>,
  { done, moved, stay }: Done,
): void {
  const isStillSeen = moved === null || canSee(viewer, moved)
  if (!isStillSeen) return response.redirect(303, listUrl(slug, trail, done))
  if (!stay) return response.redirect(303, caseUrl(slug, item.caseNumber, { trail, done }))
  const formUrl = caseFormUrl(slug, item.caseNumber, path, trail)
  response.redirect(303, `${formUrl}${formUrl.includes('?') ? '&' : '?'}hecho=${done}`)
}

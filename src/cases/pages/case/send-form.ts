import type { Request, Response } from 'express'
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
import {
  asksToFill,
  tellOfForm,
  unreadCautions,
  type FormMoment,
  type FormTold,
  type TellOfForm,
} from './form-told.ts'
import { formView, type FormTrouble } from './form-view.ts'
import { keptTextView } from './kept-text-view.ts'
import { recordCaseLook } from './record-case-look.ts'
import { openCaseRoom, type CaseRoom } from './room.ts'
import { caseFormUrl, caseUrl, listUrl } from './urls.ts'

/** In an address, but nothing that anybody chose in the form. */
const OURS = new Set(['lista', 'hecho'])

/** A form with what other rooms tell on its page. */
export interface ToldForm<Values> {
  form: CaseForm<Values>
  tellers: readonly TellOfForm[]
}

export function showForm<Values>(system: System, told: ToldForm<Values>): Page {
  return async (request, response) => {
    const room = await openCaseRoom(system, request, response)
    if (!mayOpen(room, told.form)) throw new NotAllowed()
    const chosen = Object.entries(typedOf(request.query)).filter(([name]) => !OURS.has(name))
    await sendPage(room, told, chosen.length > 0 ? Object.fromEntries(chosen) : null)
  }
}

/** Whatever stands in the way, every word that was typed comes back. */
export function takeForm<Values>(system: System, { form, tellers }: ToldForm<Values>): Page {
  return async (request, response) => {
    const typed = typedOf(request.body)
    const room = await roomOrNull(system, request, response)
    if (!room) return keepText(response, form.path, typed, null)
    await form.keep?.(room, typed)
    if (!mayOpen(room, form)) return keepText(response, form.path, typed, room)
    const page = { form, tellers }
    if (asksToFill(typed)) return sendPage(room, page, typed, {}, 'filled')

    const read = form.schema.safeParse(typed, { reportInput: true })
    if (!read.success) return sendPage(room, page, typed, { problems: problemsOf(read.error) })
    const told = await toldBeforeSending(room, page, typed, read.data)
    const problems = told.flatMap((each) => each.problems ?? [])
    if (problems.length > 0) return sendPage(room, page, typed, { problems })
    const cautions = unreadCautions(told, typed)
    if (cautions.length > 0) return sendPage(room, page, typed, { cautions })
    try {
      const alongside = told.flatMap((each) => each.alongside ?? [])
      const done = await form.submit(room, { ...staffRequest(room, typed), alongside }, read.data)
      for (const { afterwards } of told) await afterwards?.()
      leave(room, form, done)
    } catch (error) {
      await refuse(error, await roomOrNull(system, request, response), page, typed, response)
    }
  }
}

async function toldBeforeSending<Values>(
  room: CaseRoom,
  { form, tellers }: ToldForm<Values>,
  typed: Typed,
  values: Values,
): Promise<FormTold[]> {
  if (form.sends && !form.sends(values)) return []
  return tellOfForm(room, form, typed, 'sent', tellers)
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
  page: ToldForm<Values>,
  typed: Typed,
  response: Response,
): Promise<void> {
  if (room && error instanceof Invalid) {
    return sendPage(room, page, typed, { problems: error.problems })
  }
  const isInTheWay = [CaseMoved, WrongState, NotAllowed, NotFound].some(
    (kind) => error instanceof kind,
  )
  if (!isInTheWay) throw error
  const { form } = page
  if (!room || !mayOpen(room, form)) return keepText(response, form.path, typed, room)
  return sendPage(room, page, typed, { movedSince: Number(textOf(typed, 'visto')) || 0 })
}

async function sendPage<Values>(
  room: CaseRoom,
  { form, tellers }: ToldForm<Values>,
  typed: Typed | null,
  trouble: FormTrouble = {},
  moment: FormMoment = 'shown',
): Promise<void> {
  const { response } = room
  const view = await formView(room, form, typed, trouble, { tellers, moment })
  await recordCaseLook(room, 'case', { page: form.path, person: false })
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

import { accountNames } from '../../people/index.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { deletePresence, keepPresence } from '../presence-store.ts'
import { presentSince, sayPresence } from '../presence.ts'
import { openSeenCase } from './case-room.ts'

const FORM = /^[a-z-]{1,40}$/

/** An open form speaks up, hears who else is at one of the same case, and says when it is left. */
export function sendPresence(system: System): Page {
  return async (request, response) => {
    const { item, book, deed, t, lang } = await openSeenCase(system, request, response)
    const body = (request.body ?? {}) as Record<string, unknown>
    const form = FORM.exec(String(body['form']))?.[0]
    const isGone = body['fin'] === 'si' || form === undefined
    const { accountId, at: now } = deed
    const times = { now, presentSince: presentSince(now) }
    if (isGone) await deletePresence(system.db, item, accountId)
    const present = isGone ? [] : await keepPresence(system.db, item, { accountId, form }, times)
    const names = await accountNames(
      system.db,
      present.map((each) => each.accountId),
    )
    const { timeZone } = book.administration
    response
      .set('Cache-Control', 'private, no-store')
      .json({ present: sayPresence(present, names, { t, lang, timeZone }) })
  }
}

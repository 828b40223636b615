import type { Request, Response } from 'express'
import { recordLook } from '../../../audit/index.ts'
import { checkFiling, cleanText } from '../../../cases/index.ts'
import { NotFound, type FieldProblem } from '../../../platform/errors.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { confirmItem, dismissItem } from '../actions/settle-item.ts'
import type { AsideItem } from '../find-aside.ts'
import { correctionsIn, correctionsOf, mend, openAside, type Corrections } from './aside-room.ts'
import { asideView } from './aside-view.ts'
import { deviceErrors } from './new-device.ts'
import { enterRoom, type Room } from './room.ts'

export function showAsideItem(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const aside = await openAside(system, request, room)
    await recordLook(system.db, {
      ...room.deed,
      what: 'device_filing',
      details: { itemId: aside.item.itemId, deviceId: aside.item.deviceId },
    })
    const typed = aside.opened && correctionsOf(aside.opened)
    showPage(system, response, room, aside, { typed, problems: [], status: 200 })
  }
}

export function sendConfirmation(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const aside = await openAside(system, request, room)
    const { opened, item } = aside
    if (opened === null) throw new NotFound()
    const typed = correctionsIn(request)
    const { body } = mend(system, room, opened, typed)
    const checked = checkFiling(system, room.book, { body, filer: 'device' }, room.deed.at)
    if (checked.filing === null || checked.problems.length > 0) {
      const { problems } = checked
      return showPage(system, response, room, aside, { typed, problems, status: 422 })
    }
    const { slug } = room.book.administration
    await confirmItem(system, room.deed, item, { slug, filing: checked.filing, opened })
    response.redirect(303, `${room.urls.aside}?hecho=confirmed`)
  }
}

const LONGEST_REASON = 500

export function sendDismissal(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const aside = await openAside(system, request, room)
    const why = reasonIn(request)
    if (why === '' || why.length > LONGEST_REASON) {
      const problem = { field: '/why', code: why === '' ? 'required' : 'too_long' }
      const values = { max: LONGEST_REASON }
      const typed = aside.opened && correctionsOf(aside.opened)
      const problems = [{ ...problem, values }]
      return showPage(system, response, room, aside, { typed, problems, status: 422 })
    }
    await dismissItem(system, room.deed, aside.item, why)
    response.redirect(303, `${room.urls.aside}?hecho=dismissed`)
  }
}

function reasonIn(request: Request): string {
  const { why } = (request.body ?? {}) as { why?: unknown }
  return typeof why === 'string' ? cleanText(why) : ''
}

function showPage(
  system: System,
  response: Response,
  room: Room,
  aside: AsideItem,
  form: { typed: Corrections | null; problems: readonly FieldProblem[]; status: number },
): void {
  const mended = aside.opened && form.typed ? mend(system, room, aside.opened, form.typed) : null
  const view = {
    ...asideView(room, aside, mended),
    error: form.problems.length > 0,
    errors: deviceErrors(response, form.problems),
    typed: form.typed,
  }
  render(response, 'channels/devices/aside-item', view, { layout: 'staff', status: form.status })
}

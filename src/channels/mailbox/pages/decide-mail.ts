import type { Request } from 'express'
import { findCase } from '../../../cases/index.ts'
import { NotAllowed, WrongState } from '../../../platform/errors.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { counterUrls } from '../../counter/urls.ts'
import { addMailToCase, bringMailBack, dismissMail } from '../actions/settle-mail.ts'
import { unpackFiles } from '../actions/unpack-files.ts'
import { DISMISSALS } from '../mail-table.ts'
import { mailboxUrls } from '../urls.ts'
import { showMailPage } from './mail-page.ts'
import { enterMail } from './mail-room.ts'

/** On to the fast form with what the message says. */
export function sendCompletion(system: System): Page {
  return async (request, response) => {
    const { mail, deed, workplace } = await enterMail(system, request, response)
    if (mail.state !== 'waiting') throw new WrongState()
    await unpackFiles(system, mail, deed.at)
    response.redirect(303, `${counterUrls(workplace.slug).entry}?correo=${mail.mailId}`)
  }
}

export function sendDismissal(system: System): Page {
  return async (request, response) => {
    const room = await enterMail(system, request, response)
    const typed = typedIn(request, 'reason')
    const reason = DISMISSALS.find((one) => one === typed)
    if (!reason) {
      return showMailPage(response, room, { problems: [{ field: 'reason', code: 'required' }] })
    }
    await dismissMail(system, room.mail, room.deed, reason)
    response.redirect(303, `${mailboxUrls(room.workplace.slug).list}?hecho=dismissed`)
  }
}

/** To a case that the message is about, if it is one of ours and still takes something. */
export function sendAddition(system: System): Page {
  return async (request, response) => {
    const room = await enterMail(system, request, response)
    const { administrationId } = room.workplace
    const caseNumber = typedIn(request, 'caseNumber').toUpperCase()
    const refuse = (code: string) =>
      showMailPage(response, room, {
        problems: [{ field: 'caseNumber', code }],
        typed: { caseNumber },
      })
    if (!(await findCase(system.db, { administrationId, caseNumber }))) return refuse('unknown')
    if (room.mail.state !== 'waiting') throw new WrongState()
    try {
      await addMailToCase(system, room.mail, room.deed, caseNumber)
    } catch (error) {
      if (error instanceof NotAllowed || error instanceof WrongState) return refuse('closed')
      throw error
    }
    response.redirect(303, `${mailboxUrls(room.workplace.slug).list}?hecho=added`)
  }
}

export function sendReturn(system: System): Page {
  return async (request, response) => {
    const { mail, deed, workplace } = await enterMail(system, request, response)
    await bringMailBack(system, mail, deed)
    response.redirect(303, `${mailboxUrls(workplace.slug).list}?hecho=waiting`)
  }
}

function typedIn(request: Request, name: string): string {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
  const value = Object.hasOwn(body, name) ? body[name] : ''
  return typeof value === 'string' ? value.trim() : ''
}

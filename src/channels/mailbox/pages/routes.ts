import { Router } from 'express'
import { staffOf, type Role, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { paths } from '../urls.ts'
import { sendAddition, sendCompletion, sendDismissal, sendReturn } from './decide-mail.ts'
import { showMailList } from './mail-list.ts'
import { showMail } from './mail-page.ts'

const READERS: readonly Role[] = ['site_officer', 'claims_manager', 'deputy_claims_manager']

export const mailboxSection: Section = {
  text: 'channels-mailbox.section',
  path: 'correo',
  roles: READERS,
}

/** What came by e-mail and waits for a person. */
export function mailboxRoutes(system: System): Router {
  const router = Router()
  const readers = staffOf(...READERS)
  addRoutes(router, [
    ['get', paths.list, readers, showMailList(system)],
    ['get', paths.mail, readers, showMail(system)],
    ['post', paths.completion, readers, sendCompletion(system)],
    ['post', paths.dismissal, readers, sendDismissal(system)],
    ['post', paths.addition, readers, sendAddition(system)],
    ['post', paths.return, readers, sendReturn(system)],
  ])
  return router
}

import { Router } from 'express'
import { NotFound } from '../../platform/errors.ts'
import { staffOf, type Role, type Section } from '../../people/index.ts'
import { addRoutes, type Guard, type Route } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { keepersOfWords } from '../letter-words-setting.ts'
import { decideNotice } from './decide-notice.ts'
import { listOfEmails, rawEmail, showEmail } from './email-preview.ts'
import { listLetters } from './letter-list.ts'
import { showLetter, takeLetter, takeTrial } from './letter-words.ts'
import { noticeList } from './notice-list.ts'
import { decisionUrl, noticesUrl } from './notice-urls.ts'
import { previewUrl, rawPreviewUrl } from './preview-urls.ts'
import { showKept, showTyped } from './shown-letter.ts'
import { paths } from './words-urls.ts'

const readers: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'system_admin']
const toSee = staffOf(...readers)
const toWord = staffOf(...keepersOfWords)
const toDecide = staffOf('claims_manager', 'deputy_claims_manager')

export const noticesSection: Section = {
  text: 'notices.list.section',
  path: 'avisos',
  roles: readers,
}

export function noticeRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [...emailPreviewRoutes(system), ...staffRoutes(system)])
  return router
}

function staffRoutes(system: System): readonly Route[] {
  const to = (decision: Parameters<typeof decisionUrl>[2]) =>
    decisionUrl(':slug', ':noticeId', decision)
  return [
    ['get', paths.list, toWord, listLetters(system)],
    ['get', paths.letter, toWord, showLetter(system)],
    ['post', paths.letter, toWord, takeLetter(system)],
    ['get', paths.shown, toWord, showKept(system)],
    ['post', paths.shown, toWord, showTyped(system)],
    ['post', paths.trial, toWord, takeTrial(system)],
    ['get', noticesUrl(':slug'), toSee, noticeList(system)],
    ['post', to('resent'), toDecide, decideNotice(system, 'resent')],
    ['post', to('received'), toDecide, decideNotice(system, 'received')],
    ['post', to('aside'), toDecide, decideNotice(system, 'aside')],
  ]
}

/** Only where the house is built: in production these addresses lead nowhere. */
function emailPreviewRoutes(system: System): readonly Route[] {
  const outsideProduction: Guard = () => {
    if (system.config.environment === 'production') throw new NotFound()
  }
  return [
    ['get', previewUrl(), outsideProduction, listOfEmails],
    ['get', previewUrl(':template', ':language'), outsideProduction, showEmail],
    ['get', rawPreviewUrl(':template', ':language'), outsideProduction, rawEmail],
  ]
}

import { Router } from 'express'
import { NotFound } from '../../platform/errors.ts'
import { staffOf, type Role, type Section } from '../../people/index.ts'
import { addRoutes, type Guard, type Route } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { decideNotice } from './decide-notice.ts'
import { listOfEmails, rawEmail, showEmail } from './email-preview.ts'
import { noticeList } from './notice-list.ts'
import { decisionUrl, noticesUrl } from './notice-urls.ts'
import { previewUrl, rawPreviewUrl } from './preview-urls.ts'

const readers: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'system_admin']
const toSee = staffOf(...readers)
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

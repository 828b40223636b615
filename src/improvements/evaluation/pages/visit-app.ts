import type { Response } from 'express'
import { requireWorkplace } from '../../../people/index.ts'
import { readLocale } from '../../../platform/i18n/index.ts'
import {
  asScriptData,
  asset,
  offlineApp,
  offlineWorker,
  renderView,
  type Page,
} from '../../../platform/web/index.ts'
import { paths } from './urls.ts'

const ASSETS = ['staff.css', 'visit.js', 'mark.svg']

/** The page that goes along: the same for everybody of the administration, without a word about a visit. */
export const showVisitApp: Page = (_request, response) => {
  response.type('html').send(pageOf(response))
}

export const sendVisitWorker: Page = async (_request, response) => {
  const page = { address: addressOf(response), html: pageOf(response) }
  const { slug } = requireWorkplace(response)
  response
    .type('text/javascript')
    .send(await offlineWorker(offlineApp(`visita:${slug}`, page, ASSETS)))
}

function pageOf(response: Response): string {
  const { lang, t, demo } = response.locals
  const texts = readLocale(lang)
  return renderView('improvements/evaluation/visit', {
    ...{ lang, t, demo, asset },
    base: addressOf(response),
    texts: asScriptData({ visit: texts['improvements-visit'] ?? {} }),
  })
}

function addressOf(response: Response): string {
  return paths.visit.replace(':slug', requireWorkplace(response).slug)
}

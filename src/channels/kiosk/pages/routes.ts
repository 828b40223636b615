import { Router } from 'express'
import {
  addRoutes,
  anyone,
  offlineHeaders,
  offlineWorker,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import {
  KIOSK_ADDRESS,
  kioskFiles,
  kioskManifest,
  kioskPage,
  MANIFEST_ADDRESS,
  WORKER_ADDRESS,
} from '../kiosk-app.ts'

/** The same for everybody, without cookie or session. */
export function kioskRoutes({ config }: Pick<System, 'config'>): Router {
  const headers = offlineHeaders(config.baseUrl, 'tableta')
  const router = Router({ strict: true })
  addRoutes(router, [
    ['get', '/tableta', anyone, goToApp],
    ['get', KIOSK_ADDRESS, anyone, showApp, ...headers],
    ['get', MANIFEST_ADDRESS, anyone, showManifest, ...headers],
    ['get', WORKER_ADDRESS, anyone, sendWorker, ...headers],
  ])
  return router
}

/** Only below this address does the worker reach. */
const goToApp: Page = (_request, response) => {
  response.redirect(308, KIOSK_ADDRESS)
}

const showApp: Page = (_request, response) => {
  response.type('html').send(kioskPage())
}

const showManifest: Page = (_request, response) => {
  response.type('application/manifest+json').send(JSON.stringify(kioskManifest()))
}

const sendWorker: Page = async (_request, response) => {
  response.type('text/javascript').send(await offlineWorker(kioskFiles()))
}

import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import express, { type Request, type Response } from 'express'
import type { Setup } from '../../../public/js/kiosk/device/setup.ts'
import { openFile, openFiling, openSurvey } from '../../../src/channels/devices/sealing/index.ts'
import { kioskRoutes } from '../../../src/channels/index.ts'
import { readConfig } from '../../../src/config.ts'
import { readBase64url } from '../../../src/platform/hpke/index.ts'
import { assetRoutes, ensureAssets } from '../../../src/platform/web/index.ts'
import { sampleSetup, tabletKeys } from './sample-setup.ts'

/** A filing as the administration would read it. */
export interface OpenedFiling {
  filing: Record<string, unknown> & { description: string }
  provisionalNumber: string
  trackingToken: string
  madeAt: string
  files: readonly { n: number }[]
}

/**
 * The app served as it is, before a server that keeps what a tablet sends as the wire has it. Only the
 * tablet is on trial here; journeys with the whole house stand elsewhere.
 */
export interface SmallServer {
  url: string
  setup: Setup
  filings: OpenedFiling[]
  photos: Uint8Array[]
  contacts: Record<string, unknown>[]
  /** What people answered to the survey. */
  surveys: unknown[]
  /** What it answers instead, when it is to behave badly. */
  answer: ((request: Request, response: Response) => boolean) | null
  close(): Promise<void>
}

const CODE = 'ABCDEFGH'

export async function openSmallServer(change: Partial<Setup> = {}): Promise<SmallServer> {
  await ensureAssets()
  const app = express()
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const small: SmallServer = {
    url,
    setup: sampleSetup(url, change),
    filings: [],
    photos: [],
    contacts: [],
    surveys: [],
    answer: null,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  app.use('/assets', assetRoutes())
  app.use(kioskRoutes({ config: readConfig({ NODE_ENV: 'test', BASE_URL: url }) }))
  app.use('/api/v1/devices', devices(small))
  return small
}

function devices(small: SmallServer): express.Router {
  const router = express.Router()
  const deviceId = small.setup.device.id
  const kept = new Set<string>()
  router.use((request, response, next) => {
    if (!small.answer?.(request, response)) next()
  })
  router.use(express.json({ limit: '1mb' }), express.raw({ limit: '10mb' }))
  router.post('/enrolments', (request, response) => {
    const { code } = request.body as { code: string }
    if (code !== CODE) response.status(422).json({})
    else response.status(201).json({ deviceId, token: 'a-token', setup: small.setup })
  })
  router.get('/setup', (_request, response) => void response.json(small.setup))
  router.post('/contacts', (request, response) => {
    small.contacts.push(request.body as Record<string, unknown>)
    const { version, device } = small.setup
    const now = new Date().toISOString()
    response.json({ now, state: device.state, setupVersion: version })
  })
  router.post('/survey-responses', (request, response) => {
    const { id, sealed } = request.body as { id: string; sealed: string }
    const bytes = readBase64url(sealed) ?? new Uint8Array()
    small.surveys.push(openSurvey(tabletKeys, { deviceId, id }, bytes))
    response.json({ id, outcome: 'taken' })
  })
  router.put('/filings/:id/files/:n', (request, response) => {
    const about = { deviceId, id: request.params.id, n: Number(request.params.n) }
    small.photos.push(openFile(tabletKeys, about, request.body as Uint8Array))
    response.status(204).end()
  })
  router.post('/filings', (request, response) => {
    const { id, sealed } = request.body as { id: string; sealed: string }
    const bytes = readBase64url(sealed) ?? new Uint8Array()
    if (!kept.has(id))
      small.filings.push(openFiling(tabletKeys, { deviceId, id }, bytes) as OpenedFiling)
    response.status(kept.has(id) ? 200 : 201)
    kept.add(id)
    const caseNumber = `DEMO-2026-${String(small.filings.length).padStart(6, '0')}`
    response.json({ id, outcome: 'filed', caseNumber })
  })
  return router
}

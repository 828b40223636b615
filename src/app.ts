import compression from 'compression'
import express, { type Express } from 'express'
import { markDemo } from './administrations/index.ts'
import {
  hostGate,
  isWholeReport,
  reportersRoad,
  roomHeaders,
  sideOf,
} from './corruption-reports/index.ts'
import { askToSignIn, recogniseStaff } from './people/index.ts'
import {
  assetRoutes,
  errorPage,
  keepCompiledViews,
  noSuchPage,
  refuseBrokenAddress,
  webContext,
} from './platform/web/index.ts'
import { probes } from './platform/web/probes.ts'
import { requestLog } from './platform/web/request-log.ts'
import { securityHeaders } from './platform/web/security-headers.ts'
import type { System } from './system.ts'
import { featureRoutes } from './feature-routes.ts'
import { sealedPaths, sectionsOn } from './sections.ts'

const LONGEST_BODY = '1mb'
const MOST_FIELDS = 500
const neverStopping = () => false

/** The whole web: middlewares in order, then what each feature answers. */
export function createApp(system: System, isStopping: () => boolean = neverStopping): Express {
  const { config, db, log, secrets } = system
  if (config.environment === 'production') keepCompiledViews()
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')

  const headers = securityHeaders(config.baseUrl)
  app.use(hostGate({ config, rooms: sealedPaths, headers }))
  // before whatever logs, counts or sets a cookie
  app.use(reportersRoad(system))
  app.use(requestLog(log))
  app.use(headers)
  app.use(roomHeaders(config.baseUrl, sealedPaths))
  app.use(compression())
  app.use(probes({ db, metricsToken: config.metricsToken, isStopping }))
  app.use('/assets', assetRoutes())
  app.use(
    webContext({
      secret: secrets.keyFor('form-tokens').toString('base64url'),
      secureCookies: config.baseUrl.startsWith('https:'),
    }),
  )
  app.use(markDemo(system))
  app.use(refuseBrokenAddress)
  const json = express.json({ limit: LONGEST_BODY })
  app.use((request, response, next) => {
    if (isWholeReport(request.path)) next()
    else json(request, response, next)
  })
  app.use(express.urlencoded({ extended: false, limit: LONGEST_BODY, parameterLimit: MOST_FIELDS }))

  app.use(recogniseStaff(system, (request) => sectionsOn(sideOf(request, config))))

  app.use(featureRoutes(system))

  app.use(noSuchPage)
  app.use(askToSignIn)
  app.use(errorPage(log))
  return app
}

import compression from 'compression'
import express, { type Express } from 'express'
import { home } from './home.ts'
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

const neverStopping = () => false
/** A long narration with every field; files come by their own way. */
const BODY_LIMIT = '512kb'

/** The whole web: middlewares in order, then one line a feature. */
export function createApp(system: System, isStopping: () => boolean = neverStopping): Express {
  const { config, db, log, secrets } = system
  if (config.environment === 'production') keepCompiledViews()
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')

  app.use(requestLog(log))
  app.use(securityHeaders(config.baseUrl))
  app.use(compression())
  app.use('/assets', assetRoutes())
  app.use(probes({ db, metricsToken: config.metricsToken, isStopping }))

  app.use(refuseBrokenAddress)
  app.use(
    webContext({
      secret: secrets.keyFor('form-tokens').toString('base64'),
      secureCookies: config.baseUrl.startsWith('https:'),
    }),
  )
  app.use(express.json({ limit: BODY_LIMIT }))
  app.use(express.urlencoded({ extended: false, limit: BODY_LIMIT }))

  app.use(home())

  app.use(noSuchPage, errorPage(log))
  return app
}

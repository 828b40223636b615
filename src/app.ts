import compression from 'compression'
import express, { type Express } from 'express'
import { probes } from './platform/web/probes.ts'
import { requestLog } from './platform/web/request-log.ts'
import { securityHeaders } from './platform/web/security-headers.ts'
import type { System } from './system.ts'

const neverStopping = () => false

/** The whole web: middlewares in order, then one line a feature. */
export function createApp(system: System, isStopping: () => boolean = neverStopping): Express {
  const { config, db, log } = system
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')

  app.use(requestLog(log))
  app.use(securityHeaders(config.baseUrl))
  app.use(compression())
  app.use(probes({ db, metricsToken: config.metricsToken, isStopping }))

  return app
}

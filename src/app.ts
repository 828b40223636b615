import express, { type Express } from 'express'
import type { System } from './system.ts'

/** The whole web: middlewares in order, then one line a feature. */
export function createApp(system: System): Express {
  const app = express()
  app.disable('x-powered-by')
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok', at: system.clock() })
  })
  return app
}

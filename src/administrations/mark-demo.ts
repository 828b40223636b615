import type { RequestHandler } from 'express'
import type { System } from '../system.ts'
import { findDemo } from './administration-store.ts'

/** Where the database holds the demonstration, every page says so; production never does. */
export function markDemo({ db, config }: Pick<System, 'db' | 'config'>): RequestHandler {
  let holdsDemo = false
  return async (_request, response, next) => {
    if (config.environment !== 'production' && !holdsDemo) {
      holdsDemo = (await findDemo(db)) !== null
    }
    response.locals.demo = holdsDemo
    next()
  }
}

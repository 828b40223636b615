import { readFileSync } from 'node:fs'
import { Router } from 'express'
import { sql } from 'kysely'
import type { Db } from '../database/connection.ts'
import { metricsPage } from './metrics.ts'

const ANSWER_WITHIN_MS = 2_000

/** For machines that watch over this one: alive, ready for visitors, which version, how busy. */
export function probes(watched: {
  db: Db
  metricsToken: string | null
  isStopping: () => boolean
}): Router {
  const router = Router()
  router.use(['/healthz', '/readyz', '/version', '/metrics'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    const ready = !watched.isStopping() && (await answers(watched.db))
    response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'unavailable' })
  })
  router.get('/version', (_request, response) => {
    response.json({ name: 'libro-abierto', version })
  })
  router.get('/metrics', metricsPage(watched.metricsToken))
  return router
}

export const { version } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string }

async function answers(db: Db): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS)
  })
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  const answered = await Promise.race([asked, tooLate])
  clearTimeout(timer)
  return answered
}

import { callServer, type ServerLine } from '../../offline/call-server.ts'
import { pauseAfter } from '../../offline/pauses.ts'
import { forgetAnswers, listAnswers } from './keep-answers.ts'

const LOCK = 'tableta-answers'

/** Sends what people answered, at once and again after growing pauses; filings have a queue of their own. */
export function startAnswers(
  database: IDBDatabase,
  line: ServerLine,
): { now: () => Promise<void> } {
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = async () => {
    clearTimeout(timer)
    failures = (await sendAll(database, line)) ? 0 : failures + 1
    if (failures > 0) timer = setTimeout(() => void now(), pauseAfter(failures, Math.random()))
  }
  return { now }
}

/** One after the other until one cannot go now; another window that is at it does it all. */
async function sendAll(database: IDBDatabase, line: ServerLine): Promise<boolean> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return true
    for (const kept of await listAnswers(database)) {
      const json = { ...kept, clock: line.clock().toISOString() }
      const answer = await callServer(line, 'POST', '/api/v1/devices/survey-responses', { json })
      if (answer?.status !== 200 || answer.body['id'] !== kept.id) return false
      await forgetAnswers(database, kept.id)
    }
    return true
  })
}

import { alarmClock } from '../../offline/alarm-clock.ts'
import { LONGEST_PAUSE_MS } from '../../offline/pauses.ts'
import { runQueue, type QueueNews } from '../send-queue.ts'
import { filingQueue } from '../storage/filing-queue.ts'
import { startAnswers } from '../survey/send-answers.ts'
import { lineOf, makeContact } from './device-calls.ts'

export interface Sending {
  /** Something new waits, or staff do not want to wait. */
  now: () => void
  hear: (listener: (news: QueueNews) => void) => void
}

/** One window sends at a time, however many are open. */
const LOCK = 'tableta-sending'

/**
 * Sends in the background for as long as the page stands; `setupChanged` is called when the server had
 * something else to say.
 */
export function startSending(
  database: IDBDatabase,
  token: string,
  setupChanged: () => void,
): Sending {
  const listeners = new Set<(news: QueueNews) => void>()
  const alarm = alarmClock()
  const answers = startAnswers(database, lineOf(token))
  const contact = async () => {
    if (await makeContact(database, token)) setupChanged()
  }
  const tell = (news: QueueNews) => {
    for (const listener of listeners) listener(news)
    if (news.is === 'empty' || news.is === 'unknown_sender') void contact()
  }
  void navigator.locks.request(LOCK, () =>
    runQueue({
      ...lineOf(token),
      store: filingQueue(database),
      random: Math.random,
      wait: alarm.wait,
      tell,
    }),
  )
  setInterval(() => void contact(), LONGEST_PAUSE_MS)
  const now = () => {
    alarm.ring()
    void answers.now()
  }
  addEventListener('online', now)
  void answers.now()
  return { now, hear: (listener) => listeners.add(listener) }
}

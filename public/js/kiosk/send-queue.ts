import type { ServerLine } from '../offline/call-server.ts'
import { drain, runOn, type DrainEnd, type Queue, type QueueNews } from '../offline/drain-queue.ts'
import type { QueuedItem, QueueStore } from './queue/queue-store.ts'
import { sendItem, type SentFiles } from './queue/send-item.ts'

export type { QueueNews } from '../offline/drain-queue.ts'

/** What waits on a tablet of the office, and the line over which it goes. */
export interface SendQueue extends ServerLine {
  store: QueueStore
  random: () => number
  wait: (ms: number) => Promise<void>
  tell?: (news: QueueNews) => void
}

export function runQueue(queue: SendQueue): Promise<void> {
  return runOn(withFilings(queue))
}

export function drainQueue(queue: SendQueue): Promise<DrainEnd> {
  return drain(withFilings(queue))
}

function withFilings(queue: SendQueue): Queue<QueuedItem> {
  const sentFiles: SentFiles = new Set()
  return { ...queue, send: (item) => sendItem(item, queue, sentFiles) }
}

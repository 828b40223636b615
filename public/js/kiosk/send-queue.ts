import type { ServerLine } from './queue/call-server.ts'
import { LONGEST_PAUSE_MS, pauseAfter } from './queue/pauses.ts'
import type { QueueStore } from './queue/queue-store.ts'
import { sendItem, type SentFiles } from './queue/send-item.ts'

/**
 * Sends what waits on a tablet: in order, one at a time, until the server names each item as kept. It knows
 * neither page nor disk; where things lie, the line and the hour are arguments. `drainQueue` ends when
 * nothing is left that can be sent; `runQueue` goes on for as long as the tablet is on.
 */
export interface SendQueue extends ServerLine {
  store: QueueStore
  /** Between 0 and 1. */
  random: () => number
  /** May end before its time: the network is back, somebody pressed "send now", something new waits. */
  wait: (ms: number) => Promise<void>
  tell?: (news: QueueNews) => void
}

export type QueueNews =
  | { is: 'sending'; id: string }
  | { is: 'sent'; id: string; answer: Readonly<Record<string, unknown>> }
  | { is: 'refused'; id: string; status: number }
  | { is: 'waiting'; ms: number }
  | { is: 'empty' }
  | { is: 'unknown_device' }

export type DrainEnd = 'empty' | 'unknown_device' | 'stopped'

/** So often an item is tried before those behind it have their turn. */
const TRIES_BEFORE_OTHERS = 3

export async function runQueue(queue: SendQueue): Promise<void> {
  while (!queue.signal?.aborted) {
    const end = await drainQueue(queue)
    if (end === 'stopped') return
    queue.tell?.({ is: end })
    await queue.wait(LONGEST_PAUSE_MS)
  }
}

export async function drainQueue(queue: SendQueue): Promise<DrainEnd> {
  const { store, clock } = queue
  const sentFiles: SentFiles = new Set()
  const tries = new Map<string, number>()
  const held = new Set<string>()
  let failures = 0
  while (!queue.signal?.aborted) {
    const item = await store.findNext(held)
    if (!item && held.size === 0) return 'empty'
    if (!item) {
      held.clear()
      await rest(queue, ++failures)
      continue
    }
    const { id } = item
    queue.tell?.({ is: 'sending', id })
    const outcome = await sendItem(item, queue, sentFiles)
    if (outcome.is === 'unknown_device') return 'unknown_device'
    if (outcome.is === 'kept') {
      await store.remove(id, clock())
      queue.tell?.({ is: 'sent', id, answer: outcome.answer })
      failures = 0
    } else if (outcome.is === 'refused') {
      await store.markRefused(id, { status: outcome.status, at: clock().toISOString() })
      queue.tell?.({ is: 'refused', id, status: outcome.status })
    } else {
      const tried = (tries.get(id) ?? 0) + (outcome.busy ? 0 : 1)
      tries.set(id, tried)
      if (tried >= TRIES_BEFORE_OTHERS) held.add(id)
      await rest(queue, ++failures, outcome.askedMs)
    }
  }
  return 'stopped'
}

async function rest(queue: SendQueue, failures: number, askedMs = 0): Promise<void> {
  const ms = pauseAfter(failures, queue.random(), askedMs)
  queue.tell?.({ is: 'waiting', ms })
  await queue.wait(ms)
}

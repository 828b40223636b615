import { LONGEST_PAUSE_MS, pauseAfter } from './pauses.ts'
import type { SendOutcome } from './send-outcome.ts'

/** Where what waits is kept. Whatever it says was done must have reached the disk. */
export interface ItemStore<Item extends { id: string }> {
  /** The first item that is neither refused nor among these. */
  findNext(except: ReadonlySet<string>): Promise<Item | null>
  /** The item with all that belongs to it. */
  remove(id: string, at: Date, answer: Answer): Promise<void>
  markRefused(id: string, refusal: Refusal): Promise<void>
}

export interface Refusal {
  status: number
  at: string
}

type Answer = Readonly<Record<string, unknown>>

/**
 * Sends what waits on a machine: in order, one at a time, until the server names each item as kept. It knows
 * neither page nor disk; where things lie, the line and the hour are arguments. `drain` ends when nothing is
 * left that can be sent; `runOn` goes on for as long as the page stands.
 */
export interface Queue<Item extends { id: string }> {
  store: ItemStore<Item>
  send: (item: Item) => Promise<SendOutcome>
  clock: () => Date
  /** Between 0 and 1. */
  random: () => number
  /** May end before its time: the network is back, somebody pressed "send now", something new waits. */
  wait: (ms: number) => Promise<void>
  tell?: ((news: QueueNews) => void) | undefined
  signal?: AbortSignal | undefined
}

export type QueueNews =
  | { is: 'sending'; id: string }
  | { is: 'sent'; id: string; answer: Answer }
  | { is: 'refused'; id: string; status: number }
  | { is: 'waiting'; ms: number }
  | { is: 'empty' }
  | { is: 'unknown_sender' }

export type DrainEnd = 'empty' | 'unknown_sender' | 'stopped'

/** So often an item is tried before those behind it have their turn. */
const TRIES_BEFORE_OTHERS = 3

export async function runOn<Item extends { id: string }>(queue: Queue<Item>): Promise<void> {
  while (!queue.signal?.aborted) {
    const end = await drain(queue)
    if (end === 'stopped') return
    queue.tell?.({ is: end })
    await queue.wait(LONGEST_PAUSE_MS)
  }
}

export async function drain<Item extends { id: string }>(queue: Queue<Item>): Promise<DrainEnd> {
  const { store, clock } = queue
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
    const outcome = await queue.send(item)
    if (outcome.is === 'unknown_sender') return 'unknown_sender'
    if (outcome.is === 'kept') {
      await store.remove(id, clock(), outcome.answer)
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

async function rest(
  { random, tell, wait }: Pick<Queue<{ id: string }>, 'random' | 'tell' | 'wait'>,
  failures: number,
  askedMs = 0,
): Promise<void> {
  const ms = pauseAfter(failures, random(), askedMs)
  tell?.({ is: 'waiting', ms })
  await wait(ms)
}

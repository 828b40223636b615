import type { UndecidedItem } from '../../../src/improvements/evaluation/tablet/index.ts'
import { alarmClock } from '../offline/alarm-clock.ts'
import { runOn } from '../offline/drain-queue.ts'
import { NOT_NOW } from '../offline/send-outcome.ts'
import type { StoredCopy } from './storage/copies.ts'
import { readPhoto, visitQueue } from './storage/items.ts'
import type { Hindrance, VisitLine } from './visit-line.ts'

/** How it stands between this tablet and the book. */
export interface Contact {
  /** Null: nothing hinders but perhaps the network. */
  hindrance: Hindrance | null
  isSigned: boolean
  undecided: readonly UndecidedItem[]
}

export interface Sending {
  contact: () => Contact
  /** Something new waits, or somebody does not want to wait. */
  now: () => void
}

interface Ground {
  database: IDBDatabase
  stored: StoredCopy
  line: VisitLine
  clock: () => Date
  /** Something changed: what waits, or how it stands with the book. */
  changed: () => void
}

/**
 * Sends in the background for as long as the page stands. The book is asked who is signed in before the first item
 * and after what was sent, never by the clock alone: a tablet on a table must not keep a session alive.
 */
export function startSending({ database, stored, line, clock, changed }: Ground): Sending {
  const { copy } = stored
  const alarm = alarmClock()
  let contact: Contact = { hindrance: null, isSigned: false, undecided: [] }
  let hasSent = false

  const ask = async () => {
    const session = await line.askSession(copy)
    if (session === null) return
    contact =
      typeof session === 'string'
        ? { ...contact, hindrance: session }
        : { hindrance: null, isSigned: session.state === 'signed', undecided: session.undecided }
    changed()
  }

  void ask()
  void runOn({
    store: visitQueue(database, copy.evaluationId),
    send: async (item) => {
      if (!line.isOpen()) await ask()
      if (!line.isOpen()) return contact.hindrance ? { is: 'unknown_sender' } : NOT_NOW
      return line.send(item, () => readPhoto(database, item.id))
    },
    clock,
    random: Math.random,
    wait: alarm.wait,
    tell: ({ is }) => {
      if (is === 'sent') hasSent = true
      if (is === 'empty' && hasSent) void ask()
      if (is === 'empty') hasSent = false
      if (is === 'unknown_sender') void ask()
      changed()
    },
  })
  addEventListener('online', () => alarm.ring())
  document.addEventListener('visibilitychange', () => {
    // somebody may have signed in elsewhere
    if (document.visibilityState === 'visible') alarm.ring()
  })
  return { contact: () => contact, now: () => alarm.ring() }
}

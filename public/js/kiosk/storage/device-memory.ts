import type { Setup } from '../device/setup.ts'
import type { DayCount } from './day-count.ts'
import { answerOf, write } from './database.ts'

/** What is remembered of the tablet itself. */
interface Remembered {
  enrolment: { deviceId: string; token: string }
  setup: Setup
  /** The sequence of the last filing that it took. */
  sequence: number
  /** What it took today, and what the book has of it. */
  taken: DayCount
  filed: DayCount
  sentAt: string
  contactAt: string
  /** The server said that it does not know this tablet. */
  unknownSince: string
}

export async function recall<K extends keyof Remembered>(
  database: IDBDatabase,
  key: K,
): Promise<Remembered[K] | undefined> {
  const store = database.transaction('device').objectStore('device')
  return answerOf(store.get(key) as IDBRequest<Remembered[K] | undefined>)
}

export function remember(database: IDBDatabase, facts: Partial<Remembered>): Promise<void> {
  return write(database, ['device'], (transaction) => {
    const store = transaction.objectStore('device')
    for (const [key, value] of Object.entries(facts)) store.put(value, key)
  })
}

export function forget(database: IDBDatabase, key: keyof Remembered): Promise<void> {
  return write(database, ['device'], (transaction) => {
    transaction.objectStore('device').delete(key)
  })
}

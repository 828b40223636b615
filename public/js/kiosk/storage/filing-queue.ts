import type { QueuedItem, QueueStore } from '../queue/queue-store.ts'
import type { DayCount } from './day-count.ts'
import { answerOf, write } from './database.ts'

export interface Waiting {
  count: number
  since: string | null
  refused: number
}

/** The queue on the tablet's disk. */
export function filingQueue(database: IDBDatabase): QueueStore {
  return {
    findNext: async (except) =>
      (await listItems(database)).find(({ id, refusal }) => !refusal && !except.has(id)) ?? null,
    getFile: async (id, n) => {
      const store = database.transaction('files').objectStore('files')
      const file = await answerOf(
        store.get([id, n]) as IDBRequest<{ sealed: Uint8Array } | undefined>,
      )
      if (!file) throw new Error(`File ${n} is not here`)
      return file.sealed
    },
    remove: (id, at) =>
      write(database, ['items', 'files', 'device'], (transaction) => {
        transaction.objectStore('items').delete(id)
        transaction.objectStore('files').delete(IDBKeyRange.bound([id], [id, []]))
        transaction.objectStore('device').put(at.toISOString(), 'sentAt')
      }),
    markRefused: (id, refusal) =>
      change(database, (item) => (item.id === id ? { ...item, refusal } : item)),
  }
}

/**
 * Puts a sealed filing with its files in the queue, if the tablet has taken no other since the number was
 * chosen: two windows never give the same one. True once it is on the disk.
 */
export async function enqueue(
  database: IDBDatabase,
  item: QueuedItem,
  { files, day }: { files: readonly Uint8Array[]; day: string },
): Promise<boolean> {
  let isNext = true
  await write(database, ['device', 'items', 'files'], (transaction) => {
    const device = transaction.objectStore('device')
    const last = device.get('sequence') as IDBRequest<number | undefined>
    last.onsuccess = () => {
      isNext = item.sequence === (last.result ?? 0) + 1
      if (!isNext) return
      device.put(item.sequence, 'sequence')
      countOn(device, day)
      transaction.objectStore('items').add(item)
      for (const [at, sealed] of files.entries())
        transaction.objectStore('files').add({ id: item.id, n: item.files[at]?.n, sealed })
    }
  })
  return isNext
}

function countOn(device: IDBObjectStore, day: string): void {
  const before = device.get('taken') as IDBRequest<DayCount | undefined>
  before.onsuccess = () => {
    const count = before.result?.day === day ? before.result.count : 0
    device.put({ day, count: count + 1 } satisfies DayCount, 'taken')
  }
}

export async function countWaiting(database: IDBDatabase): Promise<Waiting> {
  const items = await listItems(database)
  return {
    count: items.length,
    since: items[0]?.madeAt ?? null,
    refused: items.filter(({ refusal }) => refusal).length,
  }
}

/** Staff want everything tried again. */
export function forgetRefusals(database: IDBDatabase): Promise<void> {
  return change(database, ({ refusal: _, ...item }) => item)
}

function listItems(database: IDBDatabase): Promise<QueuedItem[]> {
  const store = database.transaction('items').objectStore('items')
  return answerOf(store.index('sequence').getAll() as IDBRequest<QueuedItem[]>)
}

function change(database: IDBDatabase, mend: (item: QueuedItem) => QueuedItem): Promise<void> {
  return write(database, ['items'], (transaction) => {
    const store = transaction.objectStore('items')
    const all = store.getAll() as IDBRequest<QueuedItem[]>
    all.onsuccess = () => {
      for (const item of all.result) store.put(mend(item))
    }
  })
}

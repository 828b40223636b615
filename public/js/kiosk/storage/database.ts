import { openStores, write as writeTo } from '../../offline/database.ts'

/** The tablet's own memory: who it is, what it was told, and what waits, sealed. Never an open word. */
export const DATABASE = 'tableta'

export type StoreName = 'device' | 'items' | 'files' | 'answers'

export function openDatabase(): Promise<IDBDatabase> {
  return openStores(DATABASE, 2, (database, oldVersion) => {
    if (oldVersion < 1) {
      database.createObjectStore('device')
      database.createObjectStore('items', { keyPath: 'id' }).createIndex('sequence', 'sequence')
      database.createObjectStore('files', { keyPath: ['id', 'n'] })
    }
    database.createObjectStore('answers', { keyPath: 'id' })
  })
}

export const write = writeTo<StoreName>

export { answerOf, isFull } from '../../offline/database.ts'

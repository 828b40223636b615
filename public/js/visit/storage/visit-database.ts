import { openStores, write as writeTo } from '../../offline/database.ts'

/** What was taken along, and what was written on it: sealed, but for which element it is about and how it was found. */
export type StoreName = 'copies' | 'items' | 'photos'

export function openVisits(base: string): Promise<IDBDatabase> {
  return openStores(`visita ${base}`, 1, (database) => {
    database.createObjectStore('copies', { keyPath: 'copy.evaluationId' })
    database.createObjectStore('items', { keyPath: 'id' }).createIndex('sequence', 'sequence')
    database.createObjectStore('photos', { keyPath: 'id' })
  })
}

export const write = writeTo<StoreName>

export { answerOf, isFull } from '../../offline/database.ts'

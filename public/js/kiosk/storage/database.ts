/** The tablet's own memory: who it is, what it was told, and what waits, sealed. Never an open word. */
export const DATABASE = 'tableta'

export type StoreName = 'device' | 'items' | 'files' | 'answers'

export async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 2)
  request.onupgradeneeded = ({ oldVersion }) => {
    const { result: database } = request
    if (oldVersion < 1) {
      database.createObjectStore('device')
      database.createObjectStore('items', { keyPath: 'id' }).createIndex('sequence', 'sequence')
      database.createObjectStore('files', { keyPath: ['id', 'n'] })
    }
    database.createObjectStore('answers', { keyPath: 'id' })
  }
  const database = await answerOf(request)
  // a newer app in another window must not wait for this one
  database.onversionchange = () => database.close()
  return database
}

export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(asError(request.error))
  })
}

/** Writes all or nothing, and says so only once it has reached the disk. */
export function write(
  database: IDBDatabase,
  stores: readonly StoreName[],
  work: (transaction: IDBTransaction) => void,
): Promise<void> {
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(asError(transaction.error))
    work(transaction)
  })
}

function asError(error: DOMException | null): Error {
  return error ?? new Error('The database gave up')
}

export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
}

/** A browser's own memory, used so that what it says is written has reached the disk. */
export async function openStores(
  name: string,
  version: number,
  make: (database: IDBDatabase, oldVersion: number) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version)
  request.onupgradeneeded = ({ oldVersion }) => make(request.result, oldVersion)
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
export function write<Store extends string>(
  database: IDBDatabase,
  stores: readonly Store[],
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

import type { FoundState } from '../../../../src/improvements/evaluation/tablet/index.ts'
import type { ItemStore, Refusal } from '../../offline/drain-queue.ts'
import type { StoredCopy } from './copies.ts'
import { answerOf, write } from './visit-database.ts'

interface Waiting {
  /** A UUID, also the key by which sending twice is sending once. */
  id: string
  sequence: number
  evaluationId: string
  elementId: string | null
  /** Still being written; nobody but this page changes it. */
  isOpen: boolean
  key: number
  /** The server will never take it as it is. */
  refusal?: Refusal
}

export interface WaitingNote extends Waiting {
  is: 'note'
  state: FoundState | null
  /** base64url; the words are nowhere else. */
  sealed: string
}

/** The sealed bytes lie in a store of their own. */
export interface WaitingPhoto extends Waiting {
  is: 'photo'
  elementId: string
  takenOn: string
}

export type WaitingItem = WaitingNote | WaitingPhoto

/** What waits of one visit, in the order in which it was begun. */
export async function listItems(
  database: IDBDatabase,
  evaluationId: string,
): Promise<WaitingItem[]> {
  const store = database.transaction('items').objectStore('items')
  const all = await answerOf(store.index('sequence').getAll() as IDBRequest<WaitingItem[]>)
  return all.filter((item) => item.evaluationId === evaluationId)
}

/** Also while it is being written, each time anew: the state is remembered with it. */
export function keepNote(database: IDBDatabase, note: WaitingNote): Promise<void> {
  const { evaluationId, elementId, state } = note
  return write(database, ['items', 'copies'], (transaction) => {
    transaction.objectStore('items').put(note)
    if (elementId === null || state === null) return
    changeCopy(transaction, evaluationId, (stored) => ({
      ...stored,
      found: { ...stored.found, [elementId]: state },
    }))
  })
}

export function keepPhoto(
  database: IDBDatabase,
  photo: WaitingPhoto,
  sealed: Uint8Array,
): Promise<void> {
  return write(database, ['items', 'photos'], (transaction) => {
    transaction.objectStore('items').put(photo)
    transaction.objectStore('photos').put({ id: photo.id, sealed })
  })
}

export function dropItem(database: IDBDatabase, id: string): Promise<void> {
  return write(database, ['items', 'photos'], (transaction) => {
    transaction.objectStore('items').delete(id)
    transaction.objectStore('photos').delete(id)
  })
}

/** From now on these may be sent; without a list, all that a page left open when it went. */
export function closeItems(database: IDBDatabase, ids?: ReadonlySet<string>): Promise<void> {
  return change(database, (item) =>
    item.isOpen && (ids?.has(item.id) ?? true) ? { ...item, isOpen: false } : item,
  )
}

/** Somebody wants everything tried again. */
export function forgetRefusals(database: IDBDatabase): Promise<void> {
  return change(database, ({ refusal: _, ...item }) => item)
}

export async function readPhoto(database: IDBDatabase, id: string): Promise<Uint8Array> {
  const store = database.transaction('photos').objectStore('photos')
  const kept = await answerOf(store.get(id) as IDBRequest<{ sealed: Uint8Array } | undefined>)
  if (!kept) throw new Error('The photo is not here')
  return kept.sealed
}

/** One visit's items on the tablet's disk. */
export function visitQueue(database: IDBDatabase, evaluationId: string): ItemStore<WaitingItem> {
  return {
    findNext: async (except) =>
      (await listItems(database, evaluationId)).find(
        ({ id, isOpen, refusal }) => !isOpen && !refusal && !except.has(id),
      ) ?? null,
    remove: (id, _at, { revision }) =>
      write(database, ['items', 'photos', 'copies'], (transaction) => {
        const items = transaction.objectStore('items')
        const asked = items.get(id) as IDBRequest<WaitingItem | undefined>
        asked.onsuccess = () => {
          const item = asked.result
          if (item?.is === 'note' && typeof revision === 'number')
            changeCopy(transaction, evaluationId, (stored) => marked(stored, item, revision))
          items.delete(id)
          transaction.objectStore('photos').delete(id)
        }
      }),
    markRefused: (id, refusal) =>
      change(database, (item) => (item.id === id ? { ...item, refusal } : item)),
  }
}

/** The book has it: what comes next is said knowing this. */
function marked(
  stored: StoredCopy,
  { elementId, state }: WaitingNote,
  revision: number,
): StoredCopy {
  if (state === null || state === 'not_seen') return stored
  const { copy } = stored
  const criteria = copy.criteria.map((criterion) => ({
    ...criterion,
    evidences: criterion.evidences.map((evidence) => ({
      ...evidence,
      elements: evidence.elements.map((element) =>
        element.id === elementId ? { ...element, mark: { state, revision } } : element,
      ),
    })),
  }))
  return { ...stored, copy: { ...copy, criteria } }
}

function changeCopy(
  transaction: IDBTransaction,
  evaluationId: string,
  mend: (stored: StoredCopy) => StoredCopy,
): void {
  const copies = transaction.objectStore('copies')
  const asked = copies.get(evaluationId) as IDBRequest<StoredCopy | undefined>
  asked.onsuccess = () => {
    if (asked.result) copies.put(mend(asked.result))
  }
}

function change(database: IDBDatabase, mend: (item: WaitingItem) => WaitingItem): Promise<void> {
  return write(database, ['items'], (transaction) => {
    const store = transaction.objectStore('items')
    const all = store.getAll() as IDBRequest<WaitingItem[]>
    all.onsuccess = () => {
      for (const item of all.result) store.put(mend(item))
    }
  })
}

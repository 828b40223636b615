import type { VisitCopy } from '../../../../src/improvements/evaluation/tablet/index.ts'
import type { FoundState } from '../../../../src/improvements/evaluation/tablet/index.ts'
import { answerOf, write } from './visit-database.ts'

/** A visit as it was taken along, with how each element was found on this tablet. */
export interface StoredCopy {
  /** This tablet's own; what it says later is no conflict with what it said before. */
  copyId: string
  copy: VisitCopy
  found: Readonly<Record<string, FoundState>>
}

export async function findCopy(
  database: IDBDatabase,
  evaluationId: string,
): Promise<StoredCopy | null> {
  const store = database.transaction('copies').objectStore('copies')
  return (await answerOf(store.get(evaluationId) as IDBRequest<StoredCopy | undefined>)) ?? null
}

export function listCopies(database: IDBDatabase): Promise<StoredCopy[]> {
  const store = database.transaction('copies').objectStore('copies')
  return answerOf(store.getAll() as IDBRequest<StoredCopy[]>)
}

/**
 * Keeps what the book says now. What was found here stays shown while it waits to be sent, and where nobody has
 * marked an element that was not seen.
 */
export async function keepCopy(
  database: IDBDatabase,
  copy: VisitCopy,
  waiting: ReadonlySet<string>,
): Promise<StoredCopy> {
  const before = await findCopy(database, copy.evaluationId)
  const marked = new Set(elementsIn(copy).flatMap(({ id, mark }) => (mark === null ? [] : [id])))
  const found = Object.fromEntries(
    Object.entries(before?.found ?? {}).filter(
      ([id, state]) => waiting.has(id) || (state === 'not_seen' && !marked.has(id)),
    ),
  )
  const stored = { copyId: before?.copyId ?? crypto.randomUUID(), copy, found }
  await write(database, ['copies'], (transaction) => {
    transaction.objectStore('copies').put(stored satisfies StoredCopy)
  })
  return stored
}

export function elementsIn({ criteria }: Pick<VisitCopy, 'criteria'>) {
  return criteria.flatMap(({ evidences }) => evidences.flatMap(({ elements }) => elements))
}

/** The visit with all that lies here of it. */
export function forgetVisit(database: IDBDatabase, evaluationId: string): Promise<void> {
  return write(database, ['copies'], (transaction) => {
    transaction.objectStore('copies').delete(evaluationId)
  })
}

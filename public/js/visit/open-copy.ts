import { findCopy, keepCopy, type StoredCopy } from './storage/copies.ts'
import { listItems } from './storage/items.ts'
import type { Hindrance, VisitLine } from './visit-line.ts'

/** The visit as the book has it now, else as it lies on the tablet; else why it is not there. */
export async function openCopy(
  database: IDBDatabase,
  line: VisitLine,
  evaluationId: string,
): Promise<StoredCopy | Hindrance | 'no_network'> {
  const before = await findCopy(database, evaluationId)
  const copy = navigator.onLine ? await line.fetchCopy(evaluationId) : null
  if (copy === null || typeof copy === 'string') return before ?? copy ?? 'no_network'
  // another evaluator at the same tablet: what waits is still the first one's
  if (before && before.copy.accountId !== copy.accountId) return before
  const items = await listItems(database, evaluationId)
  const waiting = new Set(items.flatMap(({ elementId }) => (elementId === null ? [] : [elementId])))
  return keepCopy(database, copy, waiting)
}

import type { System } from '../../system.ts'
import type { ImportRequest } from '../import-request.ts'
import { readKnownBook } from '../read-known-book.ts'
import type { WalkTask } from '../walking/walk-task.ts'

export type Ground = Pick<System, 'db' | 'databaseUrl'>

/** What the thread is told; it asks the database for nothing that is known here. */
export async function walkTask(
  { db, databaseUrl }: Ground,
  { book, path, mapping, now }: ImportRequest,
): Promise<WalkTask> {
  const { administrationId } = book.administration
  const known = await readKnownBook(db, book, now)
  return { path, mapping, known, databaseUrl, administrationId }
}

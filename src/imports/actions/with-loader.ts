import { WrongState } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import type { ImportRequest } from '../import-request.ts'
import { openLoader, type Loader } from '../load-store.ts'
import { openLegacyFile, type LegacyFile } from '../read-cases.ts'
import { readKnownBook } from '../rows/known-book.ts'

export type Ground = Pick<System, 'db' | 'databaseUrl'>

/** Opens a file that its mapping fits, and the one connection that may load into the administration. */
export async function withLoader<T>(
  { db, databaseUrl }: Ground,
  { book, path, mapping, now }: ImportRequest,
  work: (loader: Loader, file: LegacyFile) => Promise<T>,
): Promise<T> {
  const file = await openLegacyFile(path, mapping, await readKnownBook(db, book, now))
  const loader = await openLoader(databaseUrl, book.administration.administrationId)
  if (!loader) throw new WrongState()
  try {
    return await work(loader, file)
  } finally {
    await loader.close()
  }
}

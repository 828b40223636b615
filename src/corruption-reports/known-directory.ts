import { listDirectoryEntries } from './directory-store.ts'
import type { SealedTx } from './sealed-store.ts'
import { verifyDirectory, type Directory, type DirectoryEntry } from './sealing/index.ts'

/** The directory of keys as it is shipped to browsers, and what we made of it by verifying it. */
export interface KnownDirectory {
  entries: readonly DirectoryEntry[]
  directory: Directory
}

const MOST_KEPT = 200
const verified = new Map<string, KnownDirectory>()

/** Null until it was founded. Verified once for each last entry: it says which ones came before. */
export async function findDirectory(tx: SealedTx): Promise<KnownDirectory | null> {
  const rows = await listDirectoryEntries(tx)
  const last = rows.at(-1)
  if (!last) return null
  const key = `${tx.administrationId} ${Buffer.from(last.hash).toString('hex')}`
  const found = verified.get(key)
  if (found) return found
  const entries = rows.map(({ entry }) => JSON.parse(entry) as DirectoryEntry)
  const known = { entries, directory: verifyDirectory(entries, tx.administrationId) }
  const [oldest] = verified.keys()
  if (verified.size >= MOST_KEPT && oldest !== undefined) verified.delete(oldest)
  verified.set(key, known)
  return known
}

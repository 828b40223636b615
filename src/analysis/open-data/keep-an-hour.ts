import type { Db } from '../../platform/database/connection.ts'
import type { DataRow } from './data-rows.ts'

interface Kept {
  at: number
  rows: Promise<DataRow[]>
}

const HOUR = 3_600_000
const MOST = 100

const keptFor = new WeakMap<Db, Map<string, Kept>>()

/** Anybody may ask for open data, so a year is worked out once an hour and once for all who ask together. */
export function keptAnHour(
  db: Db,
  key: string,
  now: Date,
  make: () => Promise<DataRow[]>,
): Promise<DataRow[]> {
  const kept = keptFor.get(db) ?? new Map<string, Kept>()
  keptFor.set(db, kept)
  const found = kept.get(key)
  if (found && now.getTime() - found.at < HOUR) return found.rows
  const rows = make()
  kept.delete(key)
  kept.set(key, { at: now.getTime(), rows })
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  rows.catch(() => kept.delete(key))
  return rows
}

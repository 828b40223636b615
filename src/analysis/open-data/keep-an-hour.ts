import type { Db } from '../../platform/database/connection.ts'

interface Kept {
  at: number
  made: Promise<unknown>
}

const HOUR = 3_600_000
const MOST = 100

const keptFor = new WeakMap<Db, Map<string, Kept>>()

/**
 * Anybody may ask for what is public, so it is worked out once an hour and once for all who ask together. What
 * a key keeps is always made by the same function.
 */
export function keptAnHour<V>(db: Db, key: string, now: Date, make: () => Promise<V>): Promise<V> {
  const kept = keptFor.get(db) ?? new Map<string, Kept>()
  keptFor.set(db, kept)
  const found = kept.get(key)
  if (found && now.getTime() - found.at < HOUR) return found.made as Promise<V>
  const made = make()
  kept.delete(key)
  kept.set(key, { at: now.getTime(), made })
  const [oldest] = kept.keys()
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
  made.catch(() => kept.delete(key))
  return made
}

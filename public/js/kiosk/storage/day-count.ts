import { recall } from './device-memory.ts'

/** So many on a day of the office's calendar. */
export interface DayCount {
  day: string
  count: number
}

/** What it took itself today, or what the book has of it when that is more: it may have been enrolled anew. */
export async function countTakenOn(database: IDBDatabase, day: string): Promise<number> {
  const counts = [await recall(database, 'taken'), await recall(database, 'filed')]
  return Math.max(0, ...counts.map((told) => (told?.day === day ? told.count : 0)))
}

import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  futimesSync,
  linkSync,
  openSync,
  readFileSync,
  readdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { openDataFolder } from '../../platform/data-folder.ts'
import { addDays, isPlainDate, localDate, type PlainDate } from '../../platform/dates.ts'

/** Days ahead that are made by the daily run, so that no filing writes a file. */
const AHEAD = 3
const PEPPER_BYTES = 32

/**
 * Random bytes of a day (UTC) from which a receipt is derived when the server seals. After 48 hours
 * they are gone, and with them the way back from a request to its receipt.
 */
export interface DayPeppers {
  /** For a new filing. */
  today(now: Date): Buffer
  /** Today's and yesterday's: the same request may come again after midnight. */
  recent(now: Date): Buffer[]
  /** The daily run: makes those of the days to come and destroys the old ones. */
  keep(now: Date): void
}

export function openDayPeppers(folder: string): DayPeppers {
  const peppers = openDataFolder(folder, 'peppers')
  const dayOf = (now: Date) => localDate(now, 'UTC')
  const find = (day: PlainDate) => readPepper(join(peppers, day))
  return {
    today: (now) => find(dayOf(now)) ?? makePepper(peppers, dayOf(now)),
    recent: (now) => [dayOf(now), addDays(dayOf(now), -1)].flatMap((day) => find(day) ?? []),
    keep(now) {
      const today = dayOf(now)
      for (let ahead = 0; ahead <= AHEAD; ahead++) {
        const day = addDays(today, ahead)
        if (!find(day)) makePepper(peppers, day)
      }
      for (const name of readdirSync(peppers)) {
        if (!isPlainDate(name) || name < addDays(today, -1)) destroy(join(peppers, name))
      }
    },
  }
}

function readPepper(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Two processes that make the same day's end with the same: the first link wins. */
function makePepper(folder: string, day: PlainDate): Buffer {
  const path = join(folder, day)
  const draft = `${path}.${process.pid}`
  const dated = new Date(`${day}T00:00:00Z`)
  const file = openSync(draft, 'w', 0o600)
  writeSync(file, randomBytes(PEPPER_BYTES))
  futimesSync(file, dated, dated)
  fsyncSync(file)
  closeSync(file)
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
  return readFileSync(path)
}

function destroy(path: string): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(PEPPER_BYTES), 0, PEPPER_BYTES, 0)
  fsyncSync(file)
  closeSync(file)
  unlinkSync(path)
}

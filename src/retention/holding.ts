import type { Db } from '../platform/database/connection.ts'
import type { DayCount, Stretch } from '../platform/database/stretch.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { HoldingCode } from '../regimes/index.ts'
import type { System } from '../system.ts'

/** Of whom, and of which kind where it is told apart by kind. */
export interface Holder {
  administrationId: string
  /** Empty: not told apart. */
  kind: string
}

/** A batch: what ended before a day, and no more of it than so much at once. */
export interface Batch extends Stretch {
  limit: number
  today: PlainDate
  now: Date
}

/** Something that is kept for a while: how much of it there is by the day on which it ended, and how it goes. */
export interface Holding {
  code: HoldingCode
  byKind: boolean
  count(db: Db, of: Holder, stretch: Stretch): Promise<DayCount[]>
  /** Erases a batch and says how much of it went; less than asked for: nothing is left. */
  erase(system: System, of: Holder, batch: Batch): Promise<number>
}

import type { z } from 'zod'
import type { BookRules } from '../administrations/index.ts'
import type { Role, StaffDeed } from '../people/index.ts'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { T } from '../platform/i18n/index.ts'

/** How a person sees one thing that was settled: its name, and a line for whatever may differ. */
export interface SaidSetting {
  name: string
  facts: readonly SaidFact[]
}

export interface SaidFact {
  label: string
  text: string
}

export interface Saying {
  t: T
  lang: string
  book: BookRules
}

/**
 * A kind of thing that an administration settles on screen. Its feature says how one is read, written and said;
 * changing, recording and undoing are the same for all. `Value` is plain JSON without dates or undefined.
 */
export interface Setting<Value> {
  /** Its code in the record: unit, centre, theme … */
  subject: string
  /** The key of its name. */
  text: string
  /** Who settles it. */
  roles: readonly Role[]
  schema: z.ZodType<Value>
  find(db: Db, administrationId: string, id: string): Promise<Value | null>
  /** Null takes it away. Throws Invalid where that cannot be: something still stands on it. */
  write(tx: Tx, deed: StaffDeed, id: string, value: Value | null): Promise<void>
  say(value: Value, saying: Saying): SaidSetting
}

/** One that is only looked up, recorded and undone, whatever its value is. */
export type AnySetting = Setting<unknown>

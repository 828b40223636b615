import type { StaffDeed } from '../../people/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'

export interface ClosingPart {
  part: 'centre' | 'unit' | 'service'
  id: string
}

/** What another room has to settle when a part of the organisation closes. */
export interface Closing {
  /** The open cases that stand in it. */
  count(
    system: System,
    of: { administrationId: string },
    part: ClosingPart,
  ): Promise<readonly { state: string; count: number }[]>
  /** They go on in another part of the same kind. */
  move(system: System, deed: StaffDeed, part: ClosingPart, toId: string): Promise<number>
}

/** They are answered where they are; nothing new comes there. */
export const STAY = 'stay'

interface Ending {
  validUntil: PlainDate | null
}

const isEnding = (value: unknown): value is Ending =>
  typeof value === 'object' && value !== null && 'validUntil' in value

/** Whether a part that was there gets an end, or another one. */
export function isClosing(before: unknown, after: unknown): boolean {
  if (!isEnding(before) || !isEnding(after)) return false
  return after.validUntil !== null && after.validUntil !== before.validUntil
}

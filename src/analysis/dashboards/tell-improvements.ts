import type { Db } from '../../platform/database/connection.ts'
import type { Figure, Period } from '../indicators/index.ts'

export interface ImprovementsAsked {
  administrationId: string
  timeZone: string
  periods: readonly Period[]
}

/** What became of what was found, from whoever keeps improvements: figures of all kinds of cases together. */
export interface TellImprovements {
  /** Q30 to Q32 of each period. */
  figures(db: Db, asked: ImprovementsAsked): Promise<Figure[][]>
  /** Q31 of each period, of several administrations. */
  onTime(
    db: Db,
    administrationIds: readonly string[],
    periods: readonly Period[],
  ): Promise<ReadonlyMap<string, readonly Figure[]>>
  /** Where the projects stand. */
  address(slug: string): string
}

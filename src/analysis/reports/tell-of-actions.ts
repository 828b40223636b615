import type { Db } from '../../platform/database/connection.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { Period } from '../indicators/index.ts'
import type { Edition, ReportItem } from './report.ts'

/** A period, for whom it is written, and in which words. */
export interface ActionsAsked {
  administrationId: string
  period: Period
  edition: Edition
  speech: { t: T; lang: string }
}

/** What was to be done in a period and what became of it, from whoever keeps such things. */
export type TellOfActions = (db: Db, asked: ActionsAsked) => Promise<readonly ReportItem[]>

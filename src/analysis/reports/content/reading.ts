import type { BookRules } from '../../../administrations/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { T } from '../../../platform/i18n/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import type { FigureQuestion } from '../../indicators/index.ts'
import type { Edition } from '../report.ts'
import type { ReportingPeriod } from '../reporting-period.ts'
import type { TellOfActions } from '../tell-of-actions.ts'
import type { Kind } from './figure-blocks.ts'

/** Of what a report is read, and in which words. */
export interface Reading {
  system: Pick<System, 'db'>
  book: BookRules
  period: ReportingPeriod
  speech: { t: T; lang: string }
  today: PlainDate
  tellers: readonly TellOfActions[]
}

export function question(
  { book, today }: Pick<Reading, 'book' | 'today'>,
  edition: Edition,
  { from, until }: ReportingPeriod,
): FigureQuestion {
  const { administrationId } = book.administration
  return { administrationId, period: { from, until }, audience: edition, asOf: today }
}

export function kindsOf({ book, speech }: Reading): Kind[] {
  return book.regime.kinds.map(({ code, label }) => ({
    code,
    label: inLanguage(label, speech.lang),
  }))
}

import type { PlainDate } from '../platform/dates.ts'
import { rulesOn, type SpokenLanguageRule } from '../regimes/index.ts'
import type { BookRules } from './book-rules.ts'

/** The languages in which the people of a book may ask to be spoken to, on a day. */
export function spokenLanguagesOf(
  { administration, regime }: Pick<BookRules, 'administration' | 'regime'>,
  day: PlainDate,
): SpokenLanguageRule[] {
  const own = administration.spokenLanguages
  return rulesOn(regime.spokenLanguages, day).filter(
    ({ code }) => own === null || own.includes(code),
  )
}

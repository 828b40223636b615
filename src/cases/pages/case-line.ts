import type { BookRules } from '../../administrations/index.ts'
import type { WorkingCalendar } from '../../deadlines/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { T } from '../../platform/i18n/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { Case } from '../case.ts'
import { staffCaseUrl } from '../case-urls.ts'
import { deadlineOf } from './desk/deadline-chip.ts'
import { stateTone } from './state-tone.ts'

export interface LineParts {
  book: Pick<BookRules, 'administration' | 'regime'>
  calendar: WorkingCalendar
  today: PlainDate
  t: T
  lang: string
}

/** One case in a list of whoever may see it: what it is, how it stands and when it is due. */
export function caseLine(item: Case, { book, calendar, today, t, lang }: LineParts) {
  const kind = book.regime.kinds.find(({ code }) => code === item.kind)
  return {
    href: staffCaseUrl(book.administration.slug, item.caseNumber),
    title: item.restricted ? t('desk.restricted_title') : item.summary || t('desk.erased_title'),
    number: item.caseNumber,
    kind: kind ? inLanguage(kind.label, lang) : item.kind,
    state: { text: t(`cases.staff_state.${item.state}`), tone: stateTone(item.state) },
    deadline: deadlineOf(item, calendar, today, t),
  }
}

import type { CalendarDay } from '../../deadlines/index.ts'
import { formatFullDate } from '../../platform/i18n/index.ts'
import type { YearRoom } from './year.ts'
import { isApplied, isWeekend, ROWS } from './year-form.ts'

/** What the form of a year shows; `ticked` is what somebody had ticked before it came back. */
export function yearView(room: YearRoom, ticked: readonly string[] | null) {
  const { t, urls, own, proposed, place, workingWeek, version } = room
  const { year } = own
  const open = proposed.days.filter((day) => !isWeekend(day, workingWeek))
  const dates = new Set(proposed.days.map(({ date }) => date))
  return {
    title: t('installation.year.title', { year }),
    lead: t(`installation.year.${proposed.origin}`, { year }),
    urls,
    place,
    year,
    version,
    isConfirmed: own.confirmed,
    boxes: open.map((day) => ({
      value: day.date,
      text: said(day, room),
      hint: { text: sourceOf(day, room) },
      checked: ticked ? ticked.includes(day.date) : isApplied(day, own, proposed),
    })),
    weekend: proposed.days
      .filter((day) => isWeekend(day, workingWeek))
      .map((day) => said(day, room)),
    declared: own.days
      .filter(({ date }) => !dates.has(date))
      .map((day) => `${said(day, room)} (${t(`installation.day_kind.${day.kind}`)})`),
    rows: ROWS,
    asksDecision: proposed.origin === 'listed',
  }
}

function said({ date, name }: CalendarDay, { lang }: YearRoom): string {
  return `${formatFullDate(date, lang)}: ${name[lang] ?? name['es'] ?? ''}`
}

function sourceOf({ source }: CalendarDay, { t, proposed }: YearRoom): string {
  return proposed.origin === 'by_rule' ? t('installation.year.proposed_by', { source }) : source
}

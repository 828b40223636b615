import { explainDueDate, getCalendar, type StoredClock } from '../../../deadlines/index.ts'
import { formatDate, formatDateTime } from '../../../platform/i18n/index.ts'
import { deadlineOf } from '../desk/deadline-chip.ts'
import type { CaseRoom } from './room.ts'

export interface DeadlineView {
  chip: ReturnType<typeof deadlineOf> | { state: 'met'; text: string }
  date: string | null
  /** Why it is that day. */
  sentence: string | null
  /** The person's own term, while the office waits. */
  waitingUntil: string | null
}

export async function deadlineView(room: CaseRoom): Promise<DeadlineView> {
  const { item, clocks, today, response, system, book } = room
  const { t, lang } = response.locals
  const clock = clocks.filter(({ step }) => step === 'answer').at(-1)
  const calendar = await getCalendar(
    system.db,
    clock?.calendarCode ?? book.administration.calendarCode,
  )
  const waiting = clocks.find(({ step, stoppedAt }) => step === 'correction' && stoppedAt === null)
  return {
    chip: answeredChip(room) ?? deadlineOf(item, calendar, today, t),
    date: item.dueOn && formatDate(item.dueOn, lang),
    sentence: clock ? sentenceOf(clock) : null,
    waitingUntil: waiting ? formatDate(waiting.dueOn, lang) : null,
  }

  function sentenceOf(answer: StoredClock): string {
    return explainDueDate(answer, calendar, { t, language: lang }, today).sentence
  }
}

function answeredChip({ item, book, response }: CaseRoom) {
  const { t, lang } = response.locals
  if (item.answeredAt === null) return null
  const at = formatDateTime(item.answeredAt, lang, book.administration.timeZone)
  return { state: 'met' as const, text: t('case-staff.answered_at', { at }) }
}

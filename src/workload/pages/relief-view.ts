import { staffCaseUrl, type Case } from '../../cases/index.ts'
import { formatShortDate } from '../../platform/i18n/index.ts'
import type { PlannedCase } from '../plan-handover.ts'
import type { Room } from './room.ts'

/** A case as it is handed on: what it is, what comes next and until when. */
export function caseRows(
  cases: readonly Case[],
  notes: ReadonlyMap<string, string>,
  { t, lang, slug }: Room,
) {
  return cases.map((item) => ({
    number: item.caseNumber,
    href: staffCaseUrl(slug, item.caseNumber),
    noteUrl: `${staffCaseUrl(slug, item.caseNumber)}/nota`,
    title: item.restricted ? t('desk.restricted_title') : item.summary || t('desk.erased_title'),
    state: t(`cases.staff_state.${item.state}`),
    next: t(`workload.next.${item.state}`),
    due: item.dueOn ? formatShortDate(item.dueOn, lang) : t('workload.relief.no_date'),
    isOverdue: item.overdue,
    note: notes.get(item.caseId) ?? null,
  }))
}

/** Before anything moves: to whom each would go, or why it would stay. */
export function plannedRows(
  plan: readonly PlannedCase[],
  cases: readonly Case[],
  names: ReadonlyMap<string, string>,
  { t, book }: Room,
) {
  const byId = new Map(cases.map((item) => [item.caseId, item]))
  return plan.map(({ caseId, to, stays }) => {
    const item = byId.get(caseId)
    const unit = book.names.get(item?.unitId ?? '') ?? ''
    return {
      number: item?.caseNumber ?? '',
      to: to === null ? t('workload.relief.desk_of', { unit }) : (names.get(to) ?? ''),
      stays: stays && t(`workload.stays.${stays}`),
    }
  })
}

/** Each case as it stood on the page: number and length of its history. */
export function writeSeen(cases: readonly Case[]): string {
  return cases.map(({ caseNumber, historyLength }) => `${caseNumber}:${historyLength}`).join(' ')
}

export function readSeen(text: string): ReadonlyMap<string, number> {
  const marks = text.matchAll(/([A-Z0-9-]{8,40}):(\d{1,6})/g)
  return new Map([...marks].map(([, number = '', length]) => [number, Number(length)]))
}

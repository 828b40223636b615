import type { Attachment } from '../../../attachments/index.ts'
import type { Json, StoredEvent } from '../../../ledger/index.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { findOutcome, inLanguage, type Localized } from '../../../regimes/index.ts'
import type { CaseRoom } from './room.ts'

interface Known {
  names: ReadonlyMap<string, string>
  attachments: readonly Attachment[]
}

/** What the history knows beside the words: to whom, until when, how, from what to what, with which files. */
export function eventDetail(event: StoredEvent, room: CaseRoom, known: Known): string {
  const tell = TELLERS[event.event]
  return joined([
    tell?.(wordsFor(event, room, known)),
    filesOf(event, room, known),
    togetherOf(event, room),
  ])
}

/** Each turns one detail of the event into words; what is not there becomes nothing. */
interface Words {
  place(detail: string): string
  person(detail: string): string
  day(detail: string, key: 'until' | 'old_date' | 'new_date' | 'load_due'): string
  kind(detail: string): string
  outcome(): string
  method(): string
  named(): string
  rating(): string
  because(): string
}

/** Why the system did it, where that is a code and no text. */
const BECAUSE: readonly string[] = ['handler_left', 'part_closed', 'calendar_changed']

const TELLERS: Readonly<Record<string, (words: Words) => string>> = {
  submit: (words) => words.day('loadDueOn', 'load_due'),
  assign: handedTo,
  assigned_by_rule: handedTo,
  reassigned: handedTo,
  accept: (words) => words.person('handlerId'),
  return: (words) => joined([words.place('fromUnitId'), words.because()]),
  request_correction: (words) => words.day('correctionDueOn', 'until'),
  correct: (words) => words.day('dueOn', 'new_date'),
  extended: (words) => words.day('dueOn', 'new_date'),
  reopen: (words) => words.day('dueOn', 'new_date'),
  due_date_moved: (words) =>
    joined([words.day('dueBefore', 'old_date'), words.day('dueOn', 'new_date'), words.because()]),
  reclassified: (words) => joined([words.kind('to'), words.day('dueOn', 'new_date')]),
  submit_draft: (words) => words.outcome(),
  approve: (words) => words.outcome(),
  decide: (words) => words.outcome(),
  deliver: (words) => words.method(),
  delivery_failed: (words) => words.method(),
  officials_named: (words) => words.named(),
  rated: (words) => words.rating(),
}

function handedTo(words: Words): string {
  return joined([
    words.place('centreId'),
    words.place('serviceId'),
    words.place('unitId'),
    words.person('handlerId'),
    words.because(),
  ])
}

function wordsFor(
  { details, reason }: StoredEvent,
  { book, item, response }: CaseRoom,
  { names }: Known,
): Words {
  const { t, lang } = response.locals
  const text = (detail: string) => textIn(details[detail])
  const label = (rules: readonly { code: string; label: Localized }[], code: string) =>
    inLanguage(rules.find((rule) => rule.code === code)?.label, lang) ?? code
  return {
    place: (detail) => book.names.get(text(detail)) ?? '',
    person: (detail) => names.get(text(detail)) ?? '',
    day: (detail, key) =>
      text(detail) && t(`case-staff.${key}`, { day: formatDate(text(detail), lang) }),
    kind: (detail) => label(book.regime.kinds, text(detail)),
    outcome: () =>
      inLanguage(findOutcome(book.regime, item.kind, text('outcome'))?.label, lang) ??
      text('outcome'),
    method: () => text('method') && t(`case-staff.method.${text('method')}`),
    named: () =>
      listIn(details['named'])
        .map((id) => book.names.get(id) ?? '')
        .join(', ') || t('case-staff.nobody_named'),
    because: () =>
      reason !== null && BECAUSE.includes(reason) ? t(`case-staff.because.${reason}`) : '',
    rating: () =>
      t('case-staff.rated', {
        resolved: t(`case-staff.resolved.${text('resolved')}`),
        satisfaction: Number(details['satisfaction']),
      }),
  }
}

function filesOf({ event, commitments }: StoredEvent, { response }: CaseRoom, known: Known) {
  if (event === 'submit') return ''
  const ids = commitments.filter(({ kind }) => kind === 'file').map(({ id }) => id)
  const files = known.attachments.filter(({ attachmentId }) => ids.includes(attachmentId))
  const names = files.map(({ name }) => name).join(', ')
  return names && response.locals.t('case-staff.files_attached', { names })
}

/** One step that was taken for several cases at once. */
function togetherOf({ details }: StoredEvent, { response }: CaseRoom): string {
  const { bulkSize } = details
  if (typeof bulkSize !== 'number') return ''
  return response.locals.t('case-staff.in_bulk', { count: bulkSize })
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ')
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function listIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

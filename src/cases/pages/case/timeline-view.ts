import type { Attachment } from '../../../attachments/index.ts'
import type { StoredEvent } from '../../../ledger/index.ts'
import { formatDateTime, type T } from '../../../platform/i18n/index.ts'
import type { Answer } from '../../answer-store.ts'
import type { ContentKind } from '../../case-tables.ts'
import type { CaseContent } from '../../content-store.ts'
import { eventDetail } from './event-detail.ts'
import type { CaseRoom } from './room.ts'

/** One step as staff see it: `message` went to the person, `note` never leaves. */
export interface TimelineItem {
  id: string
  kind: 'person' | 'message' | 'note' | 'event'
  title: string
  at: string
  when: string
  author: string
  text?: string
}

export interface TimelineParts {
  attachments: readonly Attachment[]
  contents: ReadonlyMap<string, CaseContent>
  answers: readonly Answer[]
  names: ReadonlyMap<string, string>
}

/** Contents that stand on the page above, or that others show. */
const SHOWN_ELSEWHERE = new Set<ContentKind>(['description', 'place', 'answer', 'measures'])

/** Words of the staff for the staff: whatever the step, they are a note. */
const INTERNAL = new Set([
  'noted',
  'return',
  'return_draft',
  'reassigned',
  'reclassified',
  'restricted',
  'unrestricted',
  'held',
  'hold_released',
])

/** The whole history, oldest first, each step with the words that belong to it. */
export function timelineItems(
  room: CaseRoom,
  parts: TimelineParts,
  events: readonly StoredEvent[] = room.events,
): TimelineItem[] {
  return events.map((event) => timelineItem(event, room, parts))
}

function timelineItem(event: StoredEvent, room: CaseRoom, parts: TimelineParts): TimelineItem {
  const { t, lang } = room.response.locals
  const { timeZone } = room.book.administration
  const text = textOf(event, parts, t)
  const detail = eventDetail(event, room, parts)
  const title = t(`cases.staff_event.${event.event}`)
  return {
    id: `paso-${event.position}`,
    kind: kindOf(event, text),
    title: detail ? `${title}: ${detail}` : title,
    at: event.happenedAt.toISOString(),
    when: formatDateTime(event.happenedAt, lang, timeZone),
    author: authorOf(event, parts, t),
    ...(text !== null && { text }),
  }
}

function textOf(event: StoredEvent, parts: TimelineParts, t: T): string | null {
  const { contents } = parts
  const { commitments } = event
  if (event.event === 'approve' || event.event === 'decide') return answerOf(event, parts, t)
  const texts = commitments
    .map(({ id }) => contents.get(id))
    .filter((content) => content !== undefined && !SHOWN_ELSEWHERE.has(content.kind))
    .map((content) => content?.body ?? t('case-staff.erased'))
  return texts.length > 0 ? texts.join('\n\n') : null
}

/** The answer that stands is read above; an earlier one here. */
function answerOf(event: StoredEvent, { answers, contents }: TimelineParts, t: T): string | null {
  const ids = [event.details['answerId'], ...event.commitments.map(({ id }) => id)]
  const answer = answers.find(
    ({ answerId, bodyContentId }) => ids.includes(answerId) || ids.includes(bodyContentId),
  )
  if (!answer) return null
  if (answer === answers[0]) return t('case-staff.answer_above')
  return contents.get(answer.bodyContentId)?.body ?? t('case-staff.erased')
}

function kindOf(event: StoredEvent, text: string | null): TimelineItem['kind'] {
  if (text === null) return 'event'
  if (event.actor === 'person') return 'person'
  if (INTERNAL.has(event.event)) return 'note'
  return isProof(event) ? 'event' : 'message'
}

function isProof({ event }: StoredEvent): boolean {
  return event === 'deliver' || event === 'delivery_failed'
}

function authorOf({ actor, accountId, role }: StoredEvent, { names }: TimelineParts, t: T): string {
  if (actor === 'person') return t('case-staff.actor.person')
  if (actor === 'system') return t('case-staff.actor.system')
  const name = (accountId && names.get(accountId)) ?? t('case-staff.actor.staff')
  return role ? `${name}, ${t(`people.roles.${role}`)}` : name
}

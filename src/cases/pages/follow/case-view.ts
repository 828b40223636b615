import { formatDate } from '../../../platform/i18n/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import { STATE_TYPE } from '../../case-states.ts'
import { receiptPath } from '../../case-urls.ts'
import type { PublicStatus } from '../../public-status.ts'
import type { CaseRating } from '../../rating-store.ts'
import { stateTone } from '../state-tone.ts'
import type { Done } from './done-cookie.ts'
import { doorOffer } from './door-offer.ts'
import { finishPath, stepPath } from './follow-urls.ts'
import { historyView } from './history-view.ts'
import { CORRECTION_ADDRESS } from './reply-pages.ts'
import type { Visit } from './visit.ts'
import { choicesOf, headingOf, leadsOn, whatNext } from './what-now.ts'

/** All that the page tells, read before it is worded. */
export interface Known {
  status: PublicStatus
  rating: CaseRating | null
  /** By when the person may reply; while the office waits for that. */
  correctionDueOn: PlainDate | null
  /** By when the review that they asked for is answered. */
  reviewDueOn: PlainDate | null
  /** Whether the other door, where it was offered, takes reports now. */
  doorOpen: boolean
  /** Of the case that this one follows or was joined to. */
  linkedNumber: string | null
}

export function caseView(visit: Visit, known: Known, done: Done | null) {
  const { item, t, lang } = visit
  const { status } = known
  return {
    title: headingOf(visit, known),
    done: done && t(`follow.done.${done}`),
    caseNumber: item.caseNumber,
    kind: status.kindLabel,
    state: { text: status.stateLabel, tone: stateTone(item.state) },
    /** In which the person wrote and is written to; marked where the page speaks another. */
    wordsIn: item.language === lang ? null : item.language,
    request: requestOf(visit, known),
    answer: answerOf(visit, known),
    due: dueOf(visit, status),
    next: whatNext(visit, known),
    leadsOn: leadsOn(visit, known),
    offer: doorOffer(visit, known),
    choices: choicesOf(visit, known),
    rating: known.rating && {
      resolved: t(`follow.resolved.${known.rating.resolved}`),
      satisfaction: t(`follow.satisfaction.${known.rating.satisfaction}`),
    },
    history: historyView(visit, status.history),
    receiptUrl: receiptPath(item.caseNumber),
    finishUrl: finishPath(item.caseNumber),
  }
}

/** What the office needs to know, while it waits for that. */
function requestOf({ item, actions, today, lang }: Visit, { status, correctionDueOn }: Known) {
  if (!actions.has('correct')) return null
  const asked = status.history.findLast(({ event }) => event === 'request_correction')
  return {
    text: asked?.text ?? '',
    dueOn: correctionDueOn && formatDate(correctionDueOn, lang),
    isLate: correctionDueOn !== null && correctionDueOn < today,
    href: stepPath(item.caseNumber, CORRECTION_ADDRESS),
  }
}

function answerOf({ book, lang, t }: Visit, { status: { answer }, linkedNumber }: Known) {
  if (!answer) return null
  const { timeZone } = book.administration
  return {
    ...answer,
    title: t(`follow.answer.title.${answer.from}`, { number: linkedNumber ?? '' }),
    issuedOn: formatDate(localDate(answer.issuedAt, timeZone), lang),
  }
}

/** The date of the answer, as long as it is owed. */
function dueOf({ item, today, lang }: Visit, { dueOn, dueExplanation }: PublicStatus) {
  const isOwed = STATE_TYPE[item.state] === 'open' || STATE_TYPE[item.state] === 'waiting'
  if (!isOwed || dueOn === null || item.answeredAt !== null) return null
  return {
    on: formatDate(dueOn, lang),
    why: dueExplanation,
    isLate: dueOn < today && !item.clockSuspended,
  }
}

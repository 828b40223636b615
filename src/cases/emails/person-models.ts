import { listClocks } from '../../deadlines/index.ts'
import type { EmailModel, Notice } from '../../notices/index.ts'
import { localDate } from '../../platform/dates.ts'
import { findText, type TextKey } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { promiseMovedDate } from '../actions/promise-moved-date.ts'
import { explainAnswerDate } from '../case-clocks.ts'
import { findIssuedAnswer } from '../public-answer.ts'
import { getPublicStatus, type PublicStatus } from '../public-status.ts'
import { findRating } from '../rating-store.ts'
import { stepRules } from '../step-rules.ts'
import { trackingToken } from '../tracking-token.ts'
import type { PersonCase } from './case-emails.ts'
import type { CaseEmailModels } from './index.ts'
import { getLetterCase, inLetterLanguage, personCase, type LetterCase } from './letter-case.ts'

type PersonEmail =
  | 'case_received'
  | 'correction_requested'
  | 'information_reminder'
  | 'case_transferred'
  | 'answer_delivered'
  | 'case_archived'
  | 'review_result'
  | 'case_reopened'
  | 'term_extended'
  | 'date_moved'
  | 'rating_invitation'
  | 'compliment_thanked'

/** Letters to the person say what the page says where the case is followed, and nothing else. */
export const personModels: Pick<CaseEmailModels, PersonEmail> = {
  case_received: model(async (letter) => {
    const { item, system, t, notice } = letter
    return {
      trackingToken: trackingToken(system.secrets.keyFor('tracking-token'), item.caseId),
      registeredAt: item.registeredAt,
      dueOn: item.dueOn,
      dueExplanation: await explainAnswerDate(system.db, item, t, notice.language),
    }
  }),
  correction_requested: model(async (letter, status) => {
    const asked = await whatIsAsked(letter, status)
    return asked && { ...asked, clockStands: letter.item.clockSuspended }
  }),
  information_reminder: model(whatIsAsked),
  case_transferred: model(async (letter, status) => {
    const { item, book } = letter
    const reason = lastText(status, ['transfer'])
    if (item.outsideBody === null || item.closedAt === null || reason === null) return null
    return {
      receiver: item.outsideBody,
      receiverContact: null,
      outsideNumber: item.outsideNumber,
      transferredOn: localDate(item.closedAt, book.administration.timeZone),
      reason,
    }
  }),
  answer_delivered: model(async (letter, status) => {
    const answer = await answerToSend(letter, status)
    if (!answer) return null
    const { regime, item, today, book } = letter
    return {
      outcomeLabel: answer.outcomeLabel,
      answeredOn: localDate(answer.issuedAt, book.administration.timeZone),
      answer: answer.text,
      measures: answer.measures,
      remedies: lawTexts(letter, ['closing_note', 'review_note']),
      mayRate: stepRules(regime, item.kind, today).isOn('rate'),
    }
  }),
  case_archived: model(async ({ item, t, book, system }, status) => {
    if (item.isOpen) return null
    const reason = lastText(status, ['archive', 'mark_duplicate', 'redirect', 'consolidate'])
    const { slug } = book.administration
    return {
      ending: endingOf(item.state),
      reason: reason ?? t('case-emails.case_archived.not_corrected'),
      fileAgainUrl: new URL(`/${slug}/nuevo`, system.config.baseUrl).href,
    }
  }),
  review_result: model(async ({ item }, status) => {
    const granted = item.isOpen
    const reason = lastText(status, [granted ? 'reopen' : 'review_declined'])
    return { granted, reason, newDueOn: granted ? item.dueOn : null }
  }),
  case_reopened: model(async ({ item }, status) => {
    const reason = lastText(status, ['reopen'])
    return reason === null || !item.isOpen ? null : { reason, dueOn: item.dueOn }
  }),
  term_extended: model(async ({ item }, status) => {
    const reason = lastText(status, ['extended'])
    return reason === null || item.dueOn === null ? null : { reason, dueOn: item.dueOn }
  }),
  // a day taken back within the hour leaves nothing to tell
  date_moved: model(async ({ item, notice, system }) => {
    const { dueBefore } = notice.details
    if (typeof dueBefore !== 'string' || !item.isOpen || item.answeredAt !== null) return null
    const dueOn = await promiseMovedDate(system.db, item, dueBefore)
    return dueOn === null ? null : { dueBefore, dueOn }
  }),
  rating_invitation: model(async ({ item, system }) => {
    if (item.notifiedAt === null) return null
    const rating = await findRating(system.db, item.administrationId, item.caseId)
    return rating === null ? { ratedUntil: null } : null
  }),
  compliment_thanked: model(async () => ({})),
}

/** What all letters to a person share, and what this one adds; null: it is no longer needed. */
function model<Own extends object>(
  own: (letter: LetterCase, status: PublicStatus) => Promise<Own | null>,
): EmailModel<PersonCase & Own> {
  return async (system: System, notice: Notice) => {
    const letter = await getLetterCase(system, notice)
    const status = await getPublicStatus(system, letter.item, letter.t, notice.language)
    const added = await own(letter, status)
    return added && { ...personCase(letter), ...added }
  }
}

/** The answer on its way; to whoever's case was joined to another, what that one was answered. */
async function answerToSend({ system, item, notice }: LetterCase, { answer }: PublicStatus) {
  if (item.state === 'consolidated') return answer
  const isOwed = item.state === 'response_issued' || item.notifiedAt !== null
  return isOwed ? findIssuedAnswer(system, item, notice.language) : null
}

async function whatIsAsked({ system, item }: LetterCase, status: PublicStatus) {
  const request = lastText(status, ['request_correction'])
  const clocks = await listClocks(system.db, item)
  const term = clocks.filter(({ step }) => step === 'correction').at(-1)
  const waits = item.state === 'awaiting_correction'
  return waits && request !== null && term ? { request, replyBefore: term.dueOn } : null
}

/** What was said with the last of these steps; null when nothing was, or it was erased since. */
function lastText({ history }: PublicStatus, events: readonly string[]): string | null {
  return history.findLast(({ event }) => events.includes(event))?.text ?? null
}

function lawTexts(letter: LetterCase, keys: readonly TextKey[]): string[] {
  const { book, today } = letter
  return keys.flatMap((key) => {
    const rule = findText(book.regime, key, today)
    return rule ? [inLetterLanguage(letter, rule.text)] : []
  })
}

function endingOf(state: string): 'archived' | 'redirected' | 'consolidated' {
  return state === 'redirected' || state === 'consolidated' ? state : 'archived'
}

import { formatDate } from '../../../platform/i18n/index.ts'
import { findText, inLanguage } from '../../../regimes/index.ts'
import { STATE_TYPE, type CaseAction } from '../../case-states.ts'
import type { Known } from './case-view.ts'
import { erasurePage } from './erasure-page.ts'
import { linkedCasePath, stepPath } from './follow-urls.ts'
import { ratingPage } from './rating-page.ts'
import { informationPage } from './reply-pages.ts'
import { reviewPage } from './review-page.ts'
import type { Visit } from './visit.ts'
import { withdrawalPage } from './withdrawal-page.ts'

/** Where the case stands, what comes next and what the person can do: in words, nothing else. */

export function headingOf({ item, t }: Visit, { status }: Known): string {
  if (item.closeReason === 'withdrawn') return t('follow.heading.withdrawn')
  if (isForwarded(item.state, status.answer)) return t('follow.heading.forwarded')
  return t(`follow.heading.${item.state}`)
}

export function whatNext(
  visit: Visit,
  { status, rating, reviewDueOn, linkedNumber }: Known,
): string[] {
  const { item, t, lang } = visit
  if (item.closeReason === 'withdrawn') return [t('follow.next.withdrawn')]
  if (isForwarded(item.state, status.answer)) return [t('follow.next.forwarded')]
  if (item.reviewAsked) {
    return [
      reviewDueOn === null
        ? t('follow.next.review')
        : t('follow.next.review_until', { date: formatDate(reviewDueOn, lang) }),
    ]
  }
  switch (item.state) {
    case 'transferred':
      return [
        t('follow.next.transferred', { body: item.outsideBody ?? '' }),
        ...(item.outsideNumber
          ? [t('follow.next.outside_number', { number: item.outsideNumber })]
          : []),
      ]
    case 'redirected':
      return [t('follow.next.redirected', { procedure: item.outsideBody ?? '' })]
    case 'consolidated':
      return [t('follow.next.consolidated', { number: linkedNumber ?? '' })]
    case 'response_issued':
      return [
        t(
          `follow.next.response_issued.${status.answer?.from === 'this' ? 'failed' : item.answerBy}`,
        ),
      ]
    case 'notified':
      return [t(rating ? 'follow.next.rated' : 'follow.next.notified')]
    case 'closed':
      return [closingNote(visit) ?? t('follow.next.closed')]
    case 'archived':
      return [
        item.closeReason === 'duplicate' && linkedNumber !== null
          ? t('follow.next.duplicate', { number: linkedNumber })
          : t('follow.next.archived'),
      ]
    default:
      return [t(`follow.next.${item.state}`)]
  }
}

/** "No, it was not resolved": where that goes on. */
export function leadsOn({ item, actions, t }: Visit, { rating }: Known) {
  if (rating?.resolved !== 'no' || item.reviewAsked) return null
  const way = actions.has('ask_review') ? 'review' : 'linked_case'
  return {
    text: t(`follow.leads_on.${way}.text`),
    button: t(`follow.leads_on.${way}.button`),
    href:
      way === 'review'
        ? stepPath(item.caseNumber, reviewPage.address)
        : linkedCasePath(item.caseNumber),
  }
}

export interface Choice {
  text: string
  hint: string
  href: string
}

/** Besides the reply to a request, which has its own place at the top. */
export function choicesOf(visit: Visit, known: Known): Choice[] {
  const { item, actions, t } = visit
  const choice = (key: string, href: string): Choice => ({
    text: t(`follow.choices.${key}.text`),
    hint: t(`follow.choices.${key}.hint`),
    href,
  })
  const step = (action: CaseAction, key: string, { address }: { address: string }) =>
    actions.has(action) ? [choice(key, stepPath(item.caseNumber, address))] : []
  const hasEnded = STATE_TYPE[item.state] === 'ended'
  return [
    ...(known.status.answer === null
      ? []
      : step('rate', known.rating ? 'rate_again' : 'rate', ratingPage)),
    ...(known.status.answer === null || leadsOn(visit, known) !== null
      ? []
      : step('ask_review', 'review', reviewPage)),
    ...step('add_information', 'information', informationPage),
    ...step('withdraw', 'withdrawal', withdrawalPage),
    ...(hasEnded ? step('erase', 'erasure', erasurePage) : []),
    ...(hasEnded && leadsOn(visit, known) === null
      ? [choice('linked_case', linkedCasePath(item.caseNumber))]
      : []),
  ]
}

/** A compliment that was passed on: told, with no answer in words. */
function isForwarded(state: string, answer: Known['status']['answer']): boolean {
  return (state === 'notified' || state === 'closed') && answer === null
}

function closingNote({ regime, today, lang }: Visit): string | undefined {
  return inLanguage(findText(regime, 'closing_note', today)?.text, lang)
}

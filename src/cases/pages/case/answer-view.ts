import { formatDateTime } from '../../../platform/i18n/index.ts'
import { findOutcome, inLanguage } from '../../../regimes/index.ts'
import type { Answer } from '../../answer-store.ts'
import type { CaseContent } from '../../content-store.ts'
import type { CaseRoom } from './room.ts'

/** An answer as the person reads it. */
export interface AnswerView {
  outcome: string
  paragraphs: readonly string[]
  measures: readonly string[]
  submittedAt: string
}

export function answerView(
  { book, item, response }: Pick<CaseRoom, 'book' | 'item' | 'response'>,
  answer: Answer,
  contents: ReadonlyMap<string, CaseContent>,
): AnswerView {
  const { lang, t } = response.locals
  const rule = findOutcome(book.regime, item.kind, answer.outcome)
  const body = contents.get(answer.bodyContentId)
  const measures = answer.measuresContentId ? contents.get(answer.measuresContentId) : null
  return {
    outcome: inLanguage(rule?.label, lang) ?? answer.outcome,
    paragraphs: paragraphs(body?.body ?? t('case-staff.erased')),
    measures: paragraphs(measures?.body ?? ''),
    submittedAt: formatDateTime(answer.submittedAt, lang, book.administration.timeZone),
  }
}

/** As people write them: an empty line between. Single breaks are kept by the page. */
function paragraphs(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

import { findText, inLanguage } from '../../../regimes/index.ts'
import { askForReview } from '../../actions/answer-back.ts'
import { tooLong, type StepPage } from './step-page.ts'

/** "No, it was not resolved": the responsible looks again, where the regime has that. */
export const reviewPage: StepPage = {
  action: 'ask_review',
  address: 'revision',
  fields: ['reason'],
  words: 'reason',
  takesFiles: false,
  name: 'review',
  model: async (_system, { regime, today, lang }) => ({
    note: inLanguage(findText(regime, 'review_note', today)?.text, lang) ?? null,
  }),
  check: (typed) =>
    typed['reason'] === '' ? [{ field: 'reason', code: 'required' }] : tooLong('reason', typed),
  take: (system, request, { typed }, now) =>
    askForReview(system, request, typed['reason'] ?? '', now),
}

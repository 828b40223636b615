import { withdrawCase } from '../../actions/answer-back.ts'
import { tooLong, type StepPage } from './step-page.ts'

/** Asked once more before it is done; why is the person's own affair. */
export const withdrawalPage: StepPage = {
  action: 'withdraw',
  address: 'retiro',
  fields: ['reason'],
  words: 'reason',
  takesFiles: false,
  name: 'withdrawal',
  model: async (_system, { item }) => ({ isSuggestion: item.kind === 'suggestion' }),
  check: (typed) => tooLong('reason', typed),
  take: (system, request, { typed }, now) =>
    withdrawCase(system, request, typed['reason'] ?? '', now),
}

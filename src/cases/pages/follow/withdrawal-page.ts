import { withdrawCase } from '../../actions/answer-back.ts'
import { eraseCase } from '../../actions/erase-case.ts'
import type { Typed } from '../typed-in.ts'
import { tooLong, type StepPage } from './step-page.ts'

/** Asked once more before it is done; why, and whether the words go too, is the person's own affair. */
export const withdrawalPage: StepPage = {
  action: 'withdraw',
  address: 'retiro',
  fields: ['reason', 'erase'],
  words: 'reason',
  takesFiles: false,
  name: 'withdrawal',
  doneWith: (typed) => (saysErase(typed) ? 'erasure' : 'withdrawal'),
  model: async (_system, { item, actions }) => ({
    isSuggestion: item.kind === 'suggestion',
    mayErase: actions.has('erase'),
  }),
  check: (typed) => tooLong('reason', typed),
  take: (system, request, { typed }, now) =>
    saysErase(typed)
      ? eraseCase(system, request, now)
      : withdrawCase(system, request, typed['reason'] ?? '', now),
}

function saysErase(typed: Typed): boolean {
  return typed['erase'] === 'yes'
}

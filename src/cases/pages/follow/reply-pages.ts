import { formatDate } from '../../../platform/i18n/index.ts'
import { addInformation, correctCase } from '../../actions/answer-back.ts'
import { runningDueDate } from '../../case-clocks.ts'
import { getPublicStatus } from '../../public-status.ts'
import { tooLong, type StepPage } from './step-page.ts'

export const CORRECTION_ADDRESS = 'correccion'
export const INFORMATION_ADDRESS = 'informacion'

/** Words, files or both: a photo may say it all. */
const reply: Pick<StepPage, 'fields' | 'words' | 'takesFiles' | 'check'> = {
  fields: ['text'],
  words: 'text',
  takesFiles: true,
  check: (typed, { files }) =>
    typed['text'] === '' && files.length === 0
      ? [{ field: 'text', code: 'required' }]
      : tooLong('text', typed),
}

/** The reply to what the office asked. */
export const correctionPage: StepPage = {
  ...reply,
  action: 'correct',
  address: CORRECTION_ADDRESS,
  name: 'correction',
  model: async (system, { item, t, lang, today }) => {
    const { history } = await getPublicStatus(system, item, t, lang)
    const dueOn = await runningDueDate(system.db, item, 'correction')
    return {
      asked: history.findLast(({ event }) => event === 'request_correction')?.text ?? '',
      askedIn: item.language,
      dueOn: dueOn && formatDate(dueOn, lang),
      isLate: dueOn !== null && dueOn < today,
    }
  },
  take: (system, request, { typed, files }, now) =>
    correctCase(system, request, replyOf(typed, files), now),
}

export const informationPage: StepPage = {
  ...reply,
  action: 'add_information',
  address: INFORMATION_ADDRESS,
  name: 'information',
  model: async () => ({}),
  take: (system, request, { typed, files }, now) =>
    addInformation(system, request, replyOf(typed, files), now),
}

function replyOf(
  typed: Parameters<StepPage['check']>[0],
  { draftId, files }: Parameters<StepPage['check']>[1],
) {
  const attachmentIds = files.map(({ attachmentId }) => attachmentId)
  return { text: typed['text'] ?? '', attachmentIds, draftId }
}

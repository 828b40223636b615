import type { TextNotice } from '../../notices/index.ts'
import { getLetterCase, personCase } from './letter-case.ts'

export const ANSWER_READY = 'answer_ready'

/** By text message only that the answer is there: neither a word of it nor the secret. */
export const answerReadyText: TextNotice = {
  template: ANSWER_READY,
  name: (t) => t('case-emails.answer_ready.name'),
  async write(system, notice) {
    const letter = await getLetterCase(system, notice)
    if (letter.item.state !== 'response_issued') return null
    const { caseNumber, followUrl } = personCase(letter)
    const { name } = letter.book.administration
    return letter.t('case-emails.answer_ready.text', { name, caseNumber, url: followUrl })
  },
}

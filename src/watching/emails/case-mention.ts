import {
  getLetterCase,
  listCaseReaders,
  sampleStaffCase,
  staffCase,
  type StaffCase,
} from '../../cases/index.ts'
import { defineEmail, registerEmail, type EmailModel } from '../../notices/index.ts'

export const CASE_MENTION = 'case_mention'

/** To whoever was called to a case: its number and where to read the rest. */
const caseMention = defineEmail<StaffCase>({
  template: CASE_MENTION,
  view: 'watching/case-mention',
  name: (t) => t('watching.emails.mention.name'),
  subject: (t, { caseNumber }) => t('watching.emails.mention.subject', { caseNumber }),
  sample: sampleStaffCase,
})

/** Null: they may no longer see the case as the letter leaves. */
const model: EmailModel<StaffCase> = async (system, notice) => {
  const letter = await getLetterCase(system, notice)
  const { to } = notice
  const readers = await listCaseReaders(system.db, letter.book, letter.item, letter.today)
  const maySee = readers.some(
    ({ accountId, hidden }) =>
      to.recipient === 'account' && to.accountId === accountId && hidden === null,
  )
  return maySee ? staffCase(letter) : null
}

export function registerMentionEmail(): void {
  registerEmail(caseMention, model)
}

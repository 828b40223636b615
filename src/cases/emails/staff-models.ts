import type { EmailModel, Notice } from '../../notices/index.ts'
import { daysBetween } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { listContents } from '../content-store.ts'
import { personalWords, withoutPersonalWords } from '../personal-words.ts'
import { findPerson } from '../person-store.ts'
import type { StaffCase } from './case-emails.ts'
import type { CaseEmailModels } from './index.ts'
import { getLetterCase, staffCase, type LetterCase } from './letter-case.ts'
import type { personModels } from './person-models.ts'

const stillOpen = ({ item }: LetterCase) => (item.isOpen ? {} : null)
const always = () => ({})

/** Letters to staff: a number, a kind, a date and where to read the rest. */
export const staffModels: Omit<CaseEmailModels, keyof typeof personModels> = {
  case_assigned: model(stillOpen),
  draft_submitted: model(({ item }) => (item.state === 'response_drafted' ? {} : null)),
  draft_returned: model(stillOpen),
  deadline_near: model((letter) => {
    const pressing = pressingDate(letter)
    if (!pressing || pressing.days < 0) return null
    return { dueOn: pressing.dueOn, daysLeft: pressing.days }
  }),
  deadline_escalated: model((letter) => {
    const pressing = pressingDate(letter)
    return pressing && { dueOn: pressing.dueOn, daysLate: Math.max(0, -pressing.days) }
  }),
  danger_alert: model(({ item, book }) => {
    const centre = book.centres.find(({ centreId }) => centreId === item.centreId)
    return { centreName: centre?.name ?? '' }
  }),
  delivery_failed: model(({ item }) => (item.notifiedAt === null ? {} : null)),
  compliment_forwarded: model(always),
  official_praised: model(async (letter) => ({ words: await wordsOfPraise(letter) })),
  person_replied: model(stillOpen),
  case_withdrawn: model(always),
  review_asked: model(({ item }) => (item.reviewAsked ? {} : null)),
  case_returned: model(stillOpen),
}

/** What all letters to staff share, and what this one adds; null: it is no longer needed. */
function model<Own extends object>(
  own: (letter: LetterCase) => Own | null | Promise<Own | null>,
): EmailModel<StaffCase & Own> {
  return async (system: System, notice: Notice) => {
    const letter = await getLetterCase(system, notice)
    const added = await own(letter)
    return added && { ...staffCase(letter), ...added }
  }
}

async function wordsOfPraise({ system, item }: LetterCase): Promise<string | null> {
  const { administrationId, caseId } = item
  const contents = await listContents(system.db, administrationId, caseId)
  const words = contents.find(({ kind }) => kind === 'description')?.body ?? null
  const person = await findPerson(system.db, administrationId, caseId)
  return words && withoutPersonalWords(words, personalWords(person))
}

/** The date of the step that the notice is about; null once the office has answered and nothing presses. */
function pressingDate({ item, today, notice }: LetterCase) {
  const { step, dueOn: dueOnOfStep } = notice.details
  const ofAnswer = step === undefined || step === 'answer'
  if (ofAnswer && (!item.isOpen || item.answeredAt !== null)) return null
  const dueOn = typeof dueOnOfStep === 'string' ? dueOnOfStep : item.dueOn
  return dueOn === null ? null : { dueOn, days: daysBetween(today, dueOn) }
}

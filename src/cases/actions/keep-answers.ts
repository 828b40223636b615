import type { System } from '../../system.ts'
import { deleteOpenDraft, upsertAnswers, type DraftOwner } from '../draft-store.ts'
import type { AnswersGiven } from '../filing-answers.ts'

/** Keeps what a page asked, so that a lost line loses nothing; returns the draft's id. */
export function keepAnswers(
  system: System,
  owner: DraftOwner,
  answers: AnswersGiven,
  now: Date,
): Promise<string> {
  return upsertAnswers(system.db, owner, answers, now)
}

/** The person leaves without sending. Its files go by the clock, within the day. */
export function forgetAnswers(system: System, owner: DraftOwner): Promise<void> {
  return deleteOpenDraft(system.db, owner)
}

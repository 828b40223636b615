import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { VisitNote } from '../evaluation.ts'
import { lockEvaluation } from '../evaluation-store.ts'
import { insertNote, upsertMark } from '../mark-store.ts'
import { elementsOf } from '../model.ts'
import { getOwnModel } from '../model-store.ts'
import type { MarkState } from '../score.ts'

export interface NoteToTake extends Omit<VisitNote, 'notedBy'> {
  /** What the evaluator found there and then; null: only a note. */
  state: MarkState | null
}

/**
 * Takes what was written on the spot, perhaps hours ago without network. The same note again changes nothing, so
 * that a tablet may send until it hears an answer. Returns how many were new.
 */
export async function takeNotes(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  evaluationId: string,
  notes: readonly NoteToTake[],
): Promise<number> {
  const { administrationId, accountId, at } = deed
  return inTransaction(db, async (tx) => {
    const evaluation = await lockEvaluation(tx, administrationId, evaluationId)
    if (evaluation.kind !== 'visit' || evaluation.state !== 'open') throw new WrongState()
    const { model } = await getOwnModel(tx, administrationId, evaluation.modelVersion)
    const known = new Set(elementsOf(model).map(({ id }) => id))
    let taken = 0
    for (const note of notes) {
      const elementId = known.has(note.elementId ?? '') ? note.elementId : null
      const kept = { ...note, elementId, notedBy: accountId, takenAt: at }
      if (!(await insertNote(tx, evaluation, kept))) continue
      taken += 1
      if (elementId === null || note.state === null) continue
      const made = { markedAt: at, markedBy: accountId }
      const reason = note.state === 'met' ? '' : note.words.slice(0, LONGEST_REASON)
      await upsertMark(tx, evaluation, { elementId, state: note.state, reason, ...made })
    }
    const details = { evaluationId, notes: taken }
    await recordChange(tx, { ...deed, action: 'evaluation_notes_taken', details })
    return taken
  })
}

const LONGEST_REASON = 2000

import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { VisitNote } from '../evaluation.ts'
import { lockEvaluation } from '../evaluation-store.ts'
import { insertNote } from '../mark-store.ts'

/** Takes a note that was written with network. */
export async function takeNote(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  evaluationId: string,
  note: Omit<VisitNote, 'notedBy' | 'notedAt'>,
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const evaluation = await lockEvaluation(tx, administrationId, evaluationId)
    if (evaluation.kind !== 'visit' || evaluation.state !== 'open') throw new WrongState()
    const noted = { notedAt: at, notedBy: accountId, takenAt: at }
    await insertNote(tx, evaluation, { ...note, ...noted })
    const details = { evaluationId }
    await recordChange(tx, { ...deed, action: 'evaluation_notes_taken', details })
  })
}

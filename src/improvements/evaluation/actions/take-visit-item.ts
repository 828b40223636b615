import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import { WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Evaluation } from '../evaluation.ts'
import { lockEvaluation } from '../evaluation-store.ts'
import { judgeVisitItem, type Judged } from '../judge-visit-item.ts'
import { insertNote, listMarks, upsertMark } from '../mark-store.ts'
import { elementsOf } from '../model.ts'
import { getOwnModel } from '../model-store.ts'
import type { VisitItem, VisitOutcome } from '../visit-item.ts'
import { insertVisitItem, listVisitItems } from '../visit-item-store.ts'

export interface TakenVisitItem {
  outcome: VisitOutcome
  /** Of the element's mark that it made. */
  revision: number | null
}

/**
 * Takes what was written on the spot, perhaps hours ago without network. The same item again changes nothing and
 * gets the same answer, so that a tablet may send until it hears one. What somebody marked elsewhere meanwhile is
 * never written over, and what comes after the signature is kept beside it.
 */
export async function takeVisitItem(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  evaluationId: string,
  sent: VisitItem,
): Promise<TakenVisitItem> {
  const { administrationId, accountId, at } = deed
  return inTransaction(db, async (tx) => {
    const evaluation = await lockEvaluation(tx, administrationId, evaluationId)
    if (evaluation.kind !== 'visit') throw new WrongState()
    const before = await listVisitItems(tx, evaluation)
    const same = before.find(({ itemId }) => itemId === sent.itemId)
    if (same) return { outcome: same.outcome, revision: same.madeRevision }
    const item = { ...sent, elementId: await knownElement(tx, evaluation, sent.elementId) }
    const taken = { takenAt: at, takenBy: accountId }
    if (evaluation.state === 'signed') {
      const late = { outcome: 'late', madeRevision: null } as const
      await insertVisitItem(tx, evaluation, { ...item, ...taken, ...late })
      return { outcome: 'late', revision: null }
    }
    const marks = await listMarks(tx, evaluation)
    const mark = marks.find(({ elementId }) => elementId === item.elementId) ?? null
    const isOwn = before.some(
      ({ copyId, elementId, madeRevision }) =>
        copyId === item.copyId && elementId === item.elementId && madeRevision === mark?.revision,
    )
    const judged = judgeVisitItem(item, mark, isOwn)
    const revision = judged.mark && item.elementId !== null ? (mark?.revision ?? 0) + 1 : null
    await insertVisitItem(tx, evaluation, {
      ...{ ...item, ...taken },
      ...{ outcome: judged.outcome, madeRevision: revision },
    })
    await keep(tx, deed, evaluation, { item, judged })
    const details = { evaluationId, outcome: judged.outcome }
    await recordChange(tx, { ...deed, action: 'evaluation_notes_taken', details })
    return { outcome: judged.outcome, revision }
  })
}

/** Null: about the visit as a whole, or about nothing that its model knows. */
async function knownElement(
  tx: Tx,
  { administrationId, modelVersion }: Evaluation,
  elementId: string | null,
): Promise<string | null> {
  const { model } = await getOwnModel(tx, administrationId, modelVersion)
  return elementsOf(model).some(({ id }) => id === elementId) ? elementId : null
}

async function keep(
  tx: Tx,
  { accountId, at }: StaffDeed,
  evaluation: Evaluation,
  { item, judged }: { item: VisitItem; judged: Judged },
): Promise<void> {
  const { itemId: noteId, elementId, kind, words, madeAt: notedAt } = item
  if (words !== '') {
    const note = { noteId, elementId, kind, words, notedAt, notedBy: accountId, takenAt: at }
    await insertNote(tx, evaluation, note)
  }
  if (judged.mark && elementId !== null) {
    await upsertMark(tx, evaluation, {
      ...{ elementId, ...judged.mark },
      ...{ markedAt: at, markedBy: accountId },
    })
  }
}

import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid, NotFound, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { lockEvaluation } from '../evaluation-store.ts'
import { upsertMark } from '../mark-store.ts'
import { markStateOf } from '../visit-item.ts'
import { listVisitItems, updateSettled } from '../visit-item-store.ts'

/** What stands from now on: what was found on the spot, or what is marked here. */
export const DECISIONS = ['tablet', 'here'] as const
export type Decision = (typeof DECISIONS)[number]

/** Somebody saw both texts and says which stands; the note keeps what was written on the spot. */
export async function settleVisitItem(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  evaluationId: string,
  { itemId, decision, reason }: { itemId: string; decision: Decision; reason: string },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const evaluation = await lockEvaluation(tx, administrationId, evaluationId)
    if (evaluation.state !== 'open') throw new WrongState()
    const item = (await listVisitItems(tx, evaluation)).find((one) => one.itemId === itemId)
    if (!item) throw new NotFound()
    const state = markStateOf(item.state)
    if (decision === 'tablet' && state !== null && item.elementId !== null) {
      if (state !== 'met' && reason === '') throw new Invalid([NO_REASON])
      const made = { markedAt: at, markedBy: accountId }
      const said = { state, reason: state === 'met' ? '' : reason }
      await upsertMark(tx, evaluation, { elementId: item.elementId, ...said, ...made })
    }
    if (!(await updateSettled(tx, evaluation, itemId, { at, by: accountId })))
      throw new WrongState()
    const details = { evaluationId, decision }
    await recordChange(tx, { ...deed, action: 'evaluation_conflict_settled', details })
  })
}

const NO_REASON = { field: 'tabletReason', code: 'required' } as const

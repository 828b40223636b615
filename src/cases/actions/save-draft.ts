import type { System } from '../../system.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { NotAllowed, NotFound } from '../../platform/errors.ts'
import { saveAnswerDraft, type AnswerDraft } from '../answer-draft-store.ts'
import { canSee, mayDraft, type CaseViewer } from '../case-policy.ts'
import { findCase, type CaseRef } from '../case-store.ts'

/**
 * Keeps what somebody wrote so far, for them alone. Also when the case has moved on and the answer can no
 * longer be sent: the words stay.
 */
export async function saveDraft(
  system: System,
  viewer: CaseViewer,
  ref: CaseRef,
  draft: AnswerDraft,
  now: Date,
): Promise<void> {
  const { accountId } = viewer.staff
  await inTransaction(system.db, async (tx) => {
    const item = await findCase(tx, ref)
    if (!item || !canSee(viewer, item)) throw new NotFound()
    if (!mayDraft(viewer, item)) throw new NotAllowed()
    const { administrationId, caseId } = item
    await saveAnswerDraft(tx, { administrationId, caseId, accountId }, draft, now)
  })
}

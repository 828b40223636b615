import type { Tx } from '../../platform/database/connection.ts'
import { NotAllowed, NotFound } from '../../platform/errors.ts'
import type { CaseAction } from '../case-states.ts'
import {
  canSee,
  roleFor,
  type CaseViewer,
  type DraftInHand,
  type StepRules,
} from '../case-policy.ts'
import { lockCase, type CaseRef, type LockedCase } from '../case-store.ts'
import { CaseMoved } from '../case-moved.ts'
import type { Actor } from './move-case.ts'
import type { Alongside } from './staff-step.ts'

/** What a member of the staff says with every step: which case, and as they last saw it. */
export interface StaffRequest {
  viewer: CaseViewer
  ref: CaseRef
  /** The length of the history on the page from which they act. */
  seenLength: number
  /** What other rooms do in the transaction of the step. */
  alongside?: readonly Alongside[]
  /** Taken for several at once: the history of each says with how many. */
  together?: { bulkId: string; size: number }
  /** To be told what would happen and nothing else: whatever the step does is undone. */
  rehearsal?: boolean
}

/** Finds the case within what the person may see and holds it; outside of that it does not exist. */
export async function lockForStaff(
  tx: Tx,
  { viewer, ref, seenLength }: StaffRequest,
): Promise<LockedCase> {
  const item = await lockCase(tx, ref)
  if (!canSee(viewer, item)) throw new NotFound()
  if (item.historyLength !== seenLength) throw new CaseMoved(item.caseNumber, seenLength)
  return item
}

/** The actor for a step of the staff, or a refusal. */
export function staffActor(
  viewer: CaseViewer,
  action: CaseAction,
  item: LockedCase,
  rules: StepRules,
  draft: DraftInHand | null = null,
): Actor {
  const role = roleFor(viewer, action, item, rules, draft)
  if (role === null) throw new NotAllowed()
  return { as: 'staff', accountId: viewer.staff.accountId, role }
}

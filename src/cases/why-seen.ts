import { holds, type Role } from '../people/index.ts'
import { RESPONSIBLES, type CaseViewer } from './case-policy.ts'
import type { Case } from './case.ts'

/** By what somebody came to a case: their task, or only that they may read it. */
export type WhySeen = 'handler' | 'responsible' | 'head' | 'unit' | 'oversight' | 'reader'

type SeenCase = Pick<Case, 'administrationId' | 'centreId' | 'unitId' | 'handlerId'>

const HEADS: readonly Role[] = ['unit_head', 'office_head']

/** Noted with each look. What a colleague has in hand is nobody else's task but their head's. */
export function whySeen({ staff }: CaseViewer, item: SeenCase): WhySeen {
  const { administrationId, centreId, unitId, handlerId } = item
  const holdsThere = (roles: readonly Role[]) =>
    holds(staff, roles, { administrationId, centreId, unitId })
  if (handlerId === staff.accountId) return 'handler'
  if (holdsThere(RESPONSIBLES)) return 'responsible'
  if (holdsThere(HEADS)) return 'head'
  if (handlerId === null && unitId !== null && holdsThere(['unit_handler'])) return 'unit'
  return holdsThere(['auditor']) ? 'oversight' : 'reader'
}

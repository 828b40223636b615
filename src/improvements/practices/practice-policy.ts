import { holds, type Role, type Staff } from '../../people/index.ts'
import { approvers, evaluators } from '../improvement-policy.ts'
import type { Practice } from './practice.ts'

/** Who can be the institutional liaison. */
export const liaisons: readonly Role[] = [...approvers, ...evaluators]

/** Nobody acknowledges a practice in which there is a text of theirs. */
export function mayAcknowledge(staff: Staff, versions: readonly Practice[]): boolean {
  const [newest] = versions
  if (!newest || versions.some(({ writtenBy }) => writtenBy === staff.accountId)) return false
  return holds(staff, liaisons, newest)
}

import { holds, type Role, type Staff } from '../../people/index.ts'
import type { ImprovementPlace } from '../improvement-place.ts'
import { evaluators } from '../improvement-policy.ts'
import { VALIDATED_AS, type ProcessValidation, type ValidatedAs } from './process.ts'

const BY: Readonly<Record<ValidatedAs, readonly Role[]>> = {
  head: ['office_head', 'chief_administrator'],
  evaluator: evaluators,
}

/**
 * As what somebody may validate a version: neither one's own, nor a second time. One person is never both, since
 * two pairs of eyes are asked for.
 */
export function validatesAs(
  staff: Staff,
  place: ImprovementPlace,
  { writtenBy, validations }: { writtenBy: string; validations: readonly ProcessValidation[] },
): ValidatedAs | null {
  const { accountId } = staff
  if (accountId === writtenBy) return null
  if (validations.some((one) => one.accountId === accountId)) return null
  const open = VALIDATED_AS.filter((each) => validations.every((one) => one.as !== each))
  return open.find((each) => holds(staff, BY[each], place)) ?? null
}

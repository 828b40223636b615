import { holds, type Role, type Staff } from '../../people/index.ts'
import type { ImprovementPlace } from '../improvement-place.ts'

/** The office: its head, or whoever decides for all of them. */
export const signers: readonly Role[] = ['office_head', 'chief_administrator']

export function maySign(staff: Staff, place: ImprovementPlace): boolean {
  return signingRole(staff, place) !== null
}

/** As what somebody signs there. */
export function signingRole(
  staff: Staff,
  { administrationId, centreId }: ImprovementPlace,
): Role | null {
  return signers.find((role) => holds(staff, [role], { administrationId, centreId })) ?? null
}

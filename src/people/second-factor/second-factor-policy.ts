import type { Role } from '../roles.ts'
import type { Grant } from '../staff-policy.ts'

/** Those who hold a key of the sealed reports. */
export const sealedRoles = [
  'integrity_officer',
  'custodian',
  'alternate_authority',
  'recovery_holder',
] as const satisfies readonly Role[]

export function isSealedRole(role: Role): boolean {
  return sealedRoles.some((sealed) => sealed === role)
}

/** Others may have one if they wish. */
export function needsSecondFactor(grants: readonly Pick<Grant, 'role'>[]): boolean {
  return grants.some(({ role }) => isSealedRole(role))
}

/** What a person may be in the book. The codes are stored and shown to other systems. */
export const roles = [
  'site_officer',
  'office_head',
  'unit_handler',
  'unit_head',
  'claims_manager',
  'deputy_claims_manager',
  'integrity_officer',
  'custodian',
  'alternate_authority',
  'recovery_holder',
  'analyst',
  'improvement_owner',
  'chief_administrator',
  'evaluator',
  'auditor',
  'system_admin',
] as const

export type Role = (typeof roles)[number]

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

type Part = 'centre' | 'unit'

/** Where a role makes sense: in a part of the administration, in all of it, or in both ways. */
const narrowest: Partial<Record<Role, { parts: readonly Part[]; alsoWhole: boolean }>> = {
  site_officer: { parts: ['centre'], alsoWhole: true },
  office_head: { parts: ['centre'], alsoWhole: false },
  unit_handler: { parts: ['unit'], alsoWhole: false },
  unit_head: { parts: ['unit'], alsoWhole: false },
  evaluator: { parts: ['centre'], alsoWhole: true },
  improvement_owner: { parts: ['centre', 'unit'], alsoWhole: true },
}

/** Only the administrator of the system stands above the administrations. */
export function isOfInstallation(role: Role): boolean {
  return role === 'system_admin'
}

/** Whether the role may be held in a centre, in a unit, or (no part) in the whole administration. */
export function fitsPart(role: Role, part: Part | null): boolean {
  const limits = narrowest[role]
  if (part === null) return limits?.alsoWhole ?? true
  return limits?.parts.includes(part) ?? false
}

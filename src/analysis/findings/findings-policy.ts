import type { Role } from '../../people/index.ts'

/** Who decides about quotes, and writes down causes. */
export const finders: readonly Role[] = [
  'analyst',
  'claims_manager',
  'deputy_claims_manager',
  'improvement_owner',
]

export const readers: readonly Role[] = [...finders, 'auditor']

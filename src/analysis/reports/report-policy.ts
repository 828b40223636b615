import type { Role } from '../../people/index.ts'

/** Who writes around the figures. */
export const writers: readonly Role[] = ['analyst', 'claims_manager', 'deputy_claims_manager']

/** Who answers for a report with their signature, and decides who may read it. */
export const signers: readonly Role[] = ['claims_manager', 'deputy_claims_manager']

export const readers: readonly Role[] = [
  ...writers,
  'office_head',
  'unit_head',
  'improvement_owner',
  'chief_administrator',
  'evaluator',
  'auditor',
]

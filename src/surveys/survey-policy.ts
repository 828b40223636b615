import type { Role } from '../people/index.ts'

/** Who plans campaigns and ends them. */
export const keepers: readonly Role[] = ['analyst', 'claims_manager']

/** Who sees campaigns and what came out of them, in numbers. */
export const readers: readonly Role[] = [
  ...keepers,
  'deputy_claims_manager',
  'office_head',
  'improvement_owner',
  'chief_administrator',
  'evaluator',
  'auditor',
]

/** Who reads what people wrote in their own words. */
export const readersOfWords: readonly Role[] = ['analyst']

/** Who may answer for a campaign. */
export const owners: readonly Role[] = [
  ...keepers,
  'deputy_claims_manager',
  'improvement_owner',
  'chief_administrator',
]

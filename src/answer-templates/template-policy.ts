import type { Role } from '../people/index.ts'

/** Who approves answers writes what they begin with. */
export const keepers: readonly Role[] = ['claims_manager', 'deputy_claims_manager']

/** Those who write answers see the texts, and whom to ask for another. */
export const readers: readonly Role[] = [
  ...keepers,
  'unit_head',
  'unit_handler',
  'office_head',
  'auditor',
]

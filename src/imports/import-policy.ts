import type { Role } from '../people/index.ts'

/** Who brings older books in: they see the sample of what they bring. */
export const bringers: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'system_admin']

/** Who reads legacy cases. */
export const readers: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'auditor']

/** Who takes the words out of one. */
export const erasers: readonly Role[] = ['claims_manager', 'deputy_claims_manager']

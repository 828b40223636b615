import type { Role } from '../people/index.ts'

/** Whoever answers for the book, and who configures it; what they try shows counts and invented texts only. */
export const rulers: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'system_admin']

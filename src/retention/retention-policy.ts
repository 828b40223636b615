import type { Role } from '../people/index.ts'

/** Who sets for how long things are kept. */
export const setters: readonly Role[] = ['system_admin', 'chief_administrator']

/** Who sees it, and what it erases: numbers, and nothing of anybody. */
export const readers: readonly Role[] = [
  ...setters,
  'claims_manager',
  'deputy_claims_manager',
  'evaluator',
  'auditor',
]

import type { Role } from '../people/index.ts'

/** Who reads the rules of a book. */
export const readers: readonly Role[] = [
  'system_admin',
  'chief_administrator',
  'claims_manager',
  'deputy_claims_manager',
  'office_head',
  'evaluator',
  'auditor',
]

/** Who changes what binds the whole administration. */
export const setters: readonly Role[] = ['system_admin', 'chief_administrator']

/** Who declares that an office is closed. */
export const keepersOfDays: readonly Role[] = [
  ...setters,
  'claims_manager',
  'deputy_claims_manager',
]

/** Who writes down what was published of the services. */
export const keepersOfStandards: readonly Role[] = [...setters, 'claims_manager']

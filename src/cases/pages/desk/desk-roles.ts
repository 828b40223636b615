import type { Role } from '../../../people/index.ts'

/** Whoever works on cases or oversees them; the administrator of the system reads none. */
export const DESK_ROLES: readonly Role[] = [
  'claims_manager',
  'deputy_claims_manager',
  'office_head',
  'site_officer',
  'unit_handler',
  'unit_head',
  'auditor',
]

/** Whom the machine of states lets assign. */
export const ASSIGNERS: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'office_head']

/** Who may have a case in hand. */
export const HANDLERS: readonly Role[] = ['unit_handler', 'unit_head', 'office_head']

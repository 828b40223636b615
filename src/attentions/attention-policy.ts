import { holds, type Role, type Staff } from '../people/index.ts'

/** Who counts those whom they attend, in their own centre or everywhere. */
export const counters: readonly Role[] = [
  'site_officer',
  'office_head',
  'claims_manager',
  'deputy_claims_manager',
]

/** Who brings in what was counted elsewhere. */
export const importers: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'analyst']

/** Who decides whether the register of the people attended is kept, and erases from it. */
export const registrars: readonly Role[] = ['claims_manager', 'system_admin']

export function mayCountIn(staff: Staff, administrationId: string, centreId: string): boolean {
  return holds(staff, counters, { administrationId, centreId })
}

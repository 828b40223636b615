import type { Role, Staff } from '../people/index.ts'

/** Somebody of the demonstration in one role, for acts that ask who acts. */
export function staffWith(accountId: string, role: Role, administrationId: string): Staff {
  const grants = [{ role, administrationId, centreId: null, unitId: null }]
  return { accountId, name: '', email: '', language: '', grants, workplaces: [] }
}

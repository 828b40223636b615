import { appointingRoles } from './grant-policy.ts'
import type { Section } from './navigation.ts'

/** The sections of this feature, for whoever puts the navigation together. */
export const peopleSections: readonly Section[] = [
  { text: 'people.accounts.title', path: 'cuentas', roles: appointingRoles },
  { text: 'people.absences.title', path: 'ausencias', roles: [] },
]

import { sealedRoles, type Section } from '../../people/index.ts'

/** The room of keys: its members, and who administers the system, who sees states and nothing else. */
export const keysSection: Section = {
  text: 'member-keys.title',
  path: 'llaves',
  roles: [...sealedRoles, 'system_admin'],
  sealed: true,
}

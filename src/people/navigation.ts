import type { T } from '../platform/i18n/index.ts'
import { isRole, type Role } from './roles.ts'
import { holdsWithin, type Staff, type Workplace } from './staff-policy.ts'

/** A part of the staff's side, at `/personal/{slug}/{path}`. Each feature publishes its own. */
export interface Section {
  /** Key of its name. */
  text: string
  path: string
  /** Who finds it in the navigation; without roles, everybody who works there. */
  roles: readonly Role[]
  /** A room of the sealed reports, which may have an address of their own. */
  sealed?: true
}

export interface NavigationItem {
  text: string
  href: string
  current: boolean
}

export function staffNavigation(
  sections: readonly Section[],
  { staff, workplace }: { staff: Staff; workplace: Workplace },
  { t, currentPath }: { t: T; currentPath: string },
): NavigationItem[] {
  return sectionsOf(sections, staff, workplace).map((section) => {
    const href = sectionUrl(workplace, section)
    const current = currentPath === href || currentPath.startsWith(`${href}/`)
    return { text: t(section.text), href, current }
  })
}

/** Where somebody begins the day: the first section that is theirs. */
export function landingUrl(
  sections: readonly Section[],
  staff: Staff,
  workplace: Workplace,
): string | null {
  const [first] = sectionsOf(sections, staff, workplace)
  return first ? sectionUrl(workplace, first) : null
}

/** The roles held anywhere in the administration, each once. */
export function rolesWithin(staff: Staff, administrationId: string): Role[] {
  const held = staff.grants.filter(({ role }) => holdsWithin(staff, [role], administrationId))
  return [...new Set(held.map(({ role }) => role))].filter(isRole)
}

function sectionsOf(sections: readonly Section[], staff: Staff, workplace: Workplace) {
  return sections.filter(({ roles }) => holdsWithin(staff, roles, workplace.administrationId))
}

function sectionUrl({ slug }: Workplace, { path }: Section): string {
  return `/personal/${slug}/${path}`
}

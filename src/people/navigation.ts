import type { T } from '../platform/i18n/index.ts'
import { isRole, type Role } from './roles.ts'
import { holdsWithin, type Staff, type Workplace } from './staff-policy.ts'

/**
 * What is not for every hour of the day: how people come in, how it went, what it all means, what is made
 * better, how the book is kept.
 */
export type Shelf = 'doors' | 'listening' | 'understanding' | 'improving' | 'keeping'
const SHELVES: readonly Shelf[] = ['doors', 'listening', 'understanding', 'improving', 'keeping']

/** So many stand side by side; with more, those that belong on a shelf are put there. */
const MOST_SIDE_BY_SIDE = 7

/** A part of the staff's side, at `/personal/{slug}/{path}`. Each feature publishes its own. */
export interface Section {
  /** Key of its name. */
  text: string
  path: string
  /** Who finds it in the navigation; without roles, everybody who works there. */
  roles: readonly Role[]
  /** Whose day begins here, when everything of theirs stands on shelves. */
  begins?: readonly Role[]
  /** Put away with its like where somebody has many; without one it always stands open. */
  shelf?: Shelf
  /** The keys that lead there, for whoever wants them. */
  pageKey?: string
  /** A room of the sealed reports, which may have an address of their own. */
  sealed?: true
}

export interface NavigationItem {
  text: string
  href: string
  current: boolean
  pageKey?: string
}

export interface NavigationShelf {
  text: string
  current: boolean
  items: NavigationItem[]
}

export interface Navigation {
  items: NavigationItem[]
  shelves: NavigationShelf[]
}

export function staffNavigation(
  sections: readonly Section[],
  { staff, workplace }: { staff: Staff; workplace: Workplace },
  { t, currentPath }: { t: T; currentPath: string },
): Navigation {
  const own = sectionsOf(sections, staff, workplace)
  const itemOf = (section: Section): NavigationItem => {
    const href = sectionUrl(workplace, section)
    const current = currentPath === href || currentPath.startsWith(`${href}/`)
    const { text, pageKey } = section
    return { text: t(text), href, current, ...(pageKey && { pageKey }) }
  }
  if (own.length <= MOST_SIDE_BY_SIDE) return { items: own.map(itemOf), shelves: [] }
  const shelves = SHELVES.map((shelf) => {
    const items = own.filter((section) => section.shelf === shelf).map(itemOf)
    return { text: t(`layout.shelves.${shelf}`), current: items.some(isCurrent), items }
  })
  return {
    items: own.filter(({ shelf }) => shelf === undefined).map(itemOf),
    shelves: shelves.filter(({ items }) => items.length > 0),
  }
}

const isCurrent = ({ current }: NavigationItem) => current

/** Where somebody begins the day: where one of their roles does, or in the first section that is theirs. */
export function landingUrl(
  sections: readonly Section[],
  staff: Staff,
  workplace: Workplace,
): string | null {
  const own = sectionsOf(sections, staff, workplace)
  const { administrationId } = workplace
  const begins = ({ begins = [] }: Section) =>
    begins.length > 0 && holdsWithin(staff, begins, administrationId)
  const [next] = own
  // work that stands open on the bar goes before any shelf
  const first = next?.shelf === undefined ? next : (own.find(begins) ?? next)
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

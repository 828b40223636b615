import type { SiteAccess } from '../../channels/index.ts'
import type { Figure } from './figure.ts'
import { shareOf } from './formulas/worth.ts'

export const ACCESS_PARTS = ['book', 'notice', 'paper'] as const

/**
 * Q34: of all sites, those with a book that works, with a notice, with paper, and with all three. Sites are no
 * people, and none is hidden.
 */
export function accessFigures(sites: readonly SiteAccess[]): Figure[] {
  const figureOf = (measure: string, has: (site: SiteAccess) => boolean): Figure => {
    const { value, n, interval, missing } = shareOf(sites.filter(has).length, sites.length)
    const told = { value, n, interval: interval ?? null, missing: missing ?? null }
    return { indicator: 'Q34', measure, kind: null, member: null, ...told }
  }
  return [
    ...ACCESS_PARTS.map((part) => figureOf(part, (site) => site[part])),
    figureOf('all', (site) => ACCESS_PARTS.every((part) => site[part])),
  ]
}

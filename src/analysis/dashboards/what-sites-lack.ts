import type { BookRules } from '../../administrations/index.ts'
import type { SiteAccess } from '../../channels/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import { ACCESS_PARTS } from '../indicators/index.ts'

/** Which sites lack what, by name: a share tells nobody where to go. */
export function saysWhatSitesLack(
  sites: readonly SiteAccess[],
  { names }: Pick<BookRules, 'names'>,
  t: T,
): string[] {
  return ACCESS_PARTS.flatMap((part) => {
    const lacking = sites.filter((site) => !site[part]).map(({ centreId }) => names.get(centreId))
    if (lacking.length === 0) return []
    return [t(`dashboards.access.without_${part}`, { sites: lacking.toSorted().join(', ') })]
  })
}

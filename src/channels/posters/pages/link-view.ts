import type { System } from '../../../system.ts'
import type { LinkCount } from '../link-count-store.ts'
import { linkAddress, shortAddress } from '../link-urls.ts'
import { isSealed, type PosterLink } from '../poster-link.ts'
import type { Room } from './room.ts'
import { sayKind, sayPlace, sayService } from '../say-link.ts'

export interface Counted {
  counts: ReadonlyMap<string, LinkCount>
  filed: ReadonlyMap<string, number>
}

/** A link as the list and its own page show it. */
export interface LinkRow {
  label: string
  medium: string
  place: string
  service: string
  kind: string
  url: string
  address: string
  shortAddress: string
  retired: boolean
  /** Null: the sealed door, of which nothing is counted. */
  count: { opened: number; begun: number; filed: number } | null
}

export function linkRow(
  system: System,
  link: PosterLink,
  { book: rules, urls, lang, t }: Room,
  { counts, filed }: Counted,
): LinkRow {
  const { opened = 0, begun = 0 } = counts.get(link.linkId) ?? {}
  const address = linkAddress(system, rules.administration.slug, link)
  return {
    label: link.label,
    medium: t(`channels-posters.media.${link.medium}`),
    place: sayPlace(link, rules, t),
    service: sayService(link, rules, t),
    kind: sayKind(link, rules, lang, t),
    url: urls.link(link.linkId),
    address,
    shortAddress: shortAddress(address),
    retired: link.retiredAt !== null,
    count: isSealed(link) ? null : { opened, begun, filed: filed.get(link.linkId) ?? 0 },
  }
}

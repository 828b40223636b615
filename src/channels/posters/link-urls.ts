import { doorUrl } from '../../corruption-reports/index.ts'
import type { System } from '../../system.ts'
import { writeCode } from './link-code.ts'
import { isSealed, type PosterLink } from './poster-link.ts'

export function linkKey({ secrets }: Pick<System, 'secrets'>): Buffer {
  return secrets.keyFor('poster-links')
}

/** Printed on posters: short and stable. */
export const linkPath = (slug: string, code: string) => `/${slug}/q/${code}`

/**
 * The whole address of a link. The sealed door has no code: its own address is printed, so that there is
 * nothing by which an opening could be told from another, let alone counted.
 */
export function linkAddress(
  system: Pick<System, 'config' | 'secrets'>,
  slug: string,
  link: PosterLink,
): string {
  const path = isSealed(link) ? doorUrl(slug) : linkPath(slug, writeCode(linkKey(system), link))
  return new URL(path, system.config.baseUrl).href
}

/** As it is written for people, who type no scheme. */
export function shortAddress(address: string): string {
  return address.replace(/^https?:\/\//, '')
}

import type { BookRules } from '../../administrations/index.ts'
import type { System } from '../../system.ts'
import { readCode } from './link-code.ts'
import { linkKey } from './link-urls.ts'
import { findLinkByNumber } from './poster-link-store.ts'
import type { PosterLink } from './poster-link.ts'

/** The link that a code stands for; null when it is not one of ours. */
export async function findLink(
  system: System,
  { administration: { administrationId } }: BookRules,
  code: string,
): Promise<PosterLink | null> {
  const number = readCode(linkKey(system), administrationId, code)
  return number === null ? null : findLinkByNumber(system.db, administrationId, number)
}

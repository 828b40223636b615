import { doorUrl } from '../../corruption-reports/index.ts'
import { squareCode } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { shortAddress } from './link-urls.ts'

/** The sealed door for a screen that stands in an office: to be opened elsewhere, on one's own device. */
export interface SealedDoorCode {
  address: string
  shortAddress: string
  /** The code as the path of an SVG, see squareCode. */
  square: { size: number; path: string }
}

export function sealedDoorCode({ config }: Pick<System, 'config'>, slug: string): SealedDoorCode {
  const address = new URL(doorUrl(slug), config.baseUrl).href
  return { address, shortAddress: shortAddress(address), square: squareCode(address) }
}

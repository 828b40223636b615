import { boxKeysOf, type BoxKeys } from '../../platform/hpke/index.ts'
import type { Secrets } from '../../platform/secrets.ts'

/** What tablets seal to from now on. A later one leaves what waits under an earlier one readable. */
export const CURRENT_TABLET_KEY = 1

/** Made from the master key: nothing is stored, and no tablet opens what it sealed. */
export function tabletKey(
  { secrets }: { secrets: Secrets },
  administrationId: string,
  number: number,
): BoxKeys {
  return boxKeysOf(secrets.keyFor(`tablet-filings/${administrationId}/${number}`))
}

/** Null: no key of ours. */
export function findTabletKey(
  system: { secrets: Secrets },
  administrationId: string,
  keyId: string,
): BoxKeys | null {
  const number = /^[1-9]\d{0,3}$/.test(keyId) ? Number(keyId) : 0
  if (number < 1 || number > CURRENT_TABLET_KEY) return null
  return tabletKey(system, administrationId, number)
}

import { boxKeysOf, type BoxKeys } from '../../platform/hpke/index.ts'
import type { Secrets } from '../../platform/secrets.ts'

/** What tablets seal to from now on. A later one leaves what waits under an earlier one readable. */
const CURRENT = 1

/** Made from the master key: nothing is stored, and no tablet opens what it sealed. */
export function currentVisitKey(system: { secrets: Secrets }, administrationId: string) {
  const { publicKey } = keyOf(system, administrationId, CURRENT)
  return { id: CURRENT, publicKey }
}

/** Null: no key of ours. */
export function findVisitKey(
  system: { secrets: Secrets },
  administrationId: string,
  number: number,
): BoxKeys | null {
  if (!Number.isInteger(number) || number < 1 || number > CURRENT) return null
  return keyOf(system, administrationId, number)
}

function keyOf({ secrets }: { secrets: Secrets }, administrationId: string, number: number) {
  return boxKeysOf(secrets.keyFor(`visit-notes/${administrationId}/${number}`))
}

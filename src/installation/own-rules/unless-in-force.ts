import { getAdministration } from '../../administrations/index.ts'
import type { StaffDeed } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { Invalid } from '../../platform/errors.ts'

/** Cases came in under what began already: it is replaced from another day, and never rewritten or taken back. */
export async function unlessInForce(
  tx: Tx,
  { administrationId, at }: StaffDeed,
  validFrom: PlainDate,
  isTakenBack: boolean,
): Promise<void> {
  const { timeZone } = await getAdministration(tx, administrationId)
  const today = localDate(at, timeZone)
  if (validFrom > today || (validFrom === today && !isTakenBack)) return
  throw new Invalid([{ field: 'version', code: 'in_force', text: 'own-rules.in_force' }])
}

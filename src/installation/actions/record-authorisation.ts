import {
  insertAuthorisation,
  readBookRules,
  touchAdministration,
  type Authorisation,
} from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { Invalid } from '../../platform/errors.ts'
import { closedKinds } from '../../regimes/index.ts'
import type { StaffDeed } from '../../people/index.ts'

/** Records the permission from outside without which a kind stays off; from its day on the kind is open. */
export async function recordAuthorisation(
  db: Db,
  deed: StaffDeed,
  authorisation: Authorisation,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await touchAdministration(tx, deed.administrationId)
    const rules = await readBookRules(tx, deed.administrationId, deed.at)
    const today = localDate(deed.at, rules.administration.timeZone)
    if (authorisation.grantedOn > today) throw invalid('grantedOn', 'in_future')
    const waiting = closedKinds(rules.regime, rules.authorisations, today)
    if (!waiting.some((kind) => kind.needsAuthorisation?.code === authorisation.code)) {
      throw invalid('code', 'unknown')
    }
    const recorded = { ...authorisation, recordedAt: deed.at, recordedBy: deed.accountId }
    await insertAuthorisation(tx, deed.administrationId, recorded)
    await recordChange(tx, {
      ...deed,
      action: 'authorisation_recorded',
      details: { code: authorisation.code, grantedOn: authorisation.grantedOn },
    })
  })
}

function invalid(field: string, code: string): Invalid {
  return new Invalid([{ field, code }])
}

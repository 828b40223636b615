import type { Tx } from '../platform/database/connection.ts'
import { localDate } from '../platform/dates.ts'
import { Invalid, NotFound } from '../platform/errors.ts'
import type { AnySetting } from '../settings/index.ts'
import type { System } from '../system.ts'
import { lockAccount } from './account-store.ts'
import { isSameGrant, isStanding, mayGrant, mayRevoke } from './grant-policy.ts'
import { findHeldRole, grantSetting, type HeldRole } from './grant-setting.ts'
import { listGrantsOf, type StoredGrant } from './grant-store.ts'
import { placesLeft, type Leaving } from './leaving.ts'
import type { StaffDeed } from './staff-visit.ts'

/** As on the page of an account: nobody gives or takes by undoing what they may not give or take there. */
export function undoableGrants(system: System, leaving: Leaving): AnySetting {
  return {
    ...grantSetting,
    async write(tx: Tx, deed: StaffDeed, id: string, held: HeldRole | null) {
      const known = await findHeldRole(tx, deed.administrationId, id)
      if (!known) throw new NotFound()
      await lockAccount(tx, known.accountId)
      const day = localDate(deed.at, 'UTC')
      const gives = held !== null && !held.revoked
      const granted = await listGrantsOf(tx, [known.accountId])
      const grant = granted.find(({ grantId }) => grantId === id)
      if (!grant) throw new NotFound()
      const staff = {
        accountId: deed.accountId,
        grants: (await listGrantsOf(tx, [deed.accountId])).filter(
          (own) => isStanding(own, day) && own.validFrom <= day,
        ),
      }
      const may = gives ? mayGrant : mayRevoke
      if (!may(staff, known.accountId, grant)) throw refused('may_not')
      if (gives) refuseTwice(granted, grant, day)
      else await refuseWithCases({ ...system, db: tx }, leaving, granted, grant)
      await grantSetting.write(tx, deed, id, held)
    },
  }
}

/** Given again since it was taken away. */
function refuseTwice(granted: readonly StoredGrant[], grant: StoredGrant, day: string): void {
  const others = granted.filter((each) => each.grantId !== grant.grantId && isStanding(each, day))
  if (others.some((each) => isSameGrant(each, grant))) throw refused('held_again')
}

/** What becomes of the cases is asked on the page of the account, not here. */
async function refuseWithCases(
  system: System,
  leaving: Leaving,
  granted: readonly StoredGrant[],
  grant: StoredGrant,
): Promise<void> {
  const administrationIds = placesLeft(granted, [grant], localDate(system.clock(), 'UTC'))
  const { accountId } = grant
  if (administrationIds.length === 0) return
  if ((await leaving.count(system, { administrationIds, accountId })) > 0) {
    throw refused('has_cases')
  }
}

function refused(code: 'may_not' | 'held_again' | 'has_cases'): Invalid {
  return new Invalid([{ field: 'version', code, text: `people.settled.${code}` }])
}

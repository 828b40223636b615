import { listContacts, listHolders, sealedRoles } from '../../../people/index.ts'
import { queueNotice } from '../../../notices/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { localDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import type { MembersRoom } from '../room.ts'
import { keysChanged } from '../emails/keys-changed.ts'

/** Everybody of the sealed reports but the one who did it: that there is something to see, not what. */
export async function tellMembers(
  { db, jobs }: System,
  { administrationId, today, now, staff }: MembersRoom,
): Promise<void> {
  const ids = await listHolders(db, sealedRoles, { administrationId }, today)
  const others = await listContacts(
    db,
    ids.filter((id) => id !== staff.accountId),
  )
  await inTransaction(db, async (tx) => {
    for (const { accountId, language } of others) {
      const to = { recipient: 'account', accountId } as const
      const notice = { administrationId, template: keysChanged.template, to, language }
      await queueNotice(tx, jobs, notice, now)
    }
  })
}

/** Whoever could now sign in with the password alone, and those who rely on their signature. */
export async function tellOfReset(
  { db, jobs, clock }: System,
  reset: { accountId: string; administrationIds: readonly string[] },
): Promise<void> {
  const now = clock()
  await inTransaction(db, async (tx) => {
    for (const administrationId of reset.administrationIds) {
      const day = localDate(now, 'UTC')
      const ids = await listHolders(tx, sealedRoles, { administrationId }, day)
      for (const { accountId, language } of await listContacts(tx, ids)) {
        const to = { recipient: 'account', accountId } as const
        const template = 'second_factor_reset'
        await queueNotice(tx, jobs, { administrationId, template, to, language }, now)
      }
    }
  })
}

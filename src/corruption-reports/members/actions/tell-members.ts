import {
  listContacts,
  listHolders,
  sealedRoles,
  type ResetSecondFactor,
} from '../../../people/index.ts'
import { queueNotice, queueNoticeFor } from '../../../notices/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { localDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import { nextNoticeTime } from '../../notice-hours.ts'
import type { MembersRoom } from '../room.ts'
import { keysChanged, secondFactorReset } from '../emails/keys-changed.ts'

/**
 * Everybody of the sealed reports but the one who did it: that there is something to see, not what,
 * at the next fixed hour, so that its time says nothing either.
 */
export async function tellMembers(
  { db }: System,
  { administrationId, rules, today, now, staff }: MembersRoom,
): Promise<void> {
  const ids = await listHolders(db, sealedRoles, { administrationId }, today)
  const others = await listContacts(
    db,
    ids.filter((id) => id !== staff.accountId),
  )
  const { timeZone, contact } = rules.administration
  const at = nextNoticeTime(now, { timeZone, hours: contact.sealedNoticesAt })
  await inTransaction(db, async (tx) => {
    for (const { accountId, language } of others) {
      const to = { recipient: 'account', accountId } as const
      const notice = { administrationId, template: keysChanged.template, to, language }
      await queueNoticeFor(tx, notice, at)
    }
  })
}

/**
 * Somebody's password alone is enough until they set up another second step: whoever relies on them
 * must know at once. It has nothing to do with any report.
 */
export async function tellOfReset(
  { db, jobs, clock }: System,
  { accountId, administrationIds }: ResetSecondFactor,
): Promise<void> {
  const now = clock()
  const day = localDate(now, 'UTC')
  await inTransaction(db, async (tx) => {
    for (const administrationId of administrationIds) {
      const members = await listHolders(tx, sealedRoles, { administrationId }, day)
      const told = members.includes(accountId) ? members : [accountId]
      for (const { accountId: to, language } of await listContacts(tx, told)) {
        const recipient = { recipient: 'account', accountId: to } as const
        const { template } = secondFactorReset
        await queueNotice(tx, jobs, { administrationId, template, to: recipient, language }, now)
      }
    }
  })
}

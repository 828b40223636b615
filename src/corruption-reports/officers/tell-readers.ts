import { queueNoticeFor } from '../../notices/index.ts'
import { listContacts, listHolders, type Role } from '../../people/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import type { Office } from '../office.ts'
import { somethingToSee } from './emails/something-to-see.ts'

/**
 * All who hold these roles alike, whoever of them reads the report: that there is something to see.
 * `but` is the one who did it.
 */
export async function tellReaders(
  { db }: System,
  { administrationId, day }: Office,
  { roles, at, but }: { roles: readonly Role[]; at: Date; but?: string },
): Promise<void> {
  const holders = await listHolders(db, roles, { administrationId }, day)
  const contacts = await listContacts(
    db,
    holders.filter((id) => id !== but),
  )
  const { template } = somethingToSee
  await inTransaction(db, async (tx) => {
    for (const { accountId, language } of contacts) {
      const to = { recipient: 'account', accountId } as const
      await queueNoticeFor(tx, { administrationId, template, to, language }, at)
    }
  })
}

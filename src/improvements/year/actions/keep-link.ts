import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import { insertLink, updateEnded } from '../link-store.ts'

const TOKEN_BYTES = 24

/**
 * A calendar program can only keep an address, so the secret stands in it: it is shown once, kept as a hash,
 * opens days and kinds alone, and ends when the person says so or leaves.
 */
export async function makeLink(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  { centreId, language }: { centreId: string | null; language: string },
): Promise<string> {
  const { administrationId, accountId, at } = deed
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const linkId = randomUUID()
  await inTransaction(db, async (tx) => {
    await updateEnded(tx, administrationId, accountId, at)
    const link = { administrationId, linkId, centreId, accountId, language }
    await insertLink(tx, link, { tokenHash: hashOf(token), at })
    await recordChange(tx, { ...deed, action: 'calendar_link_made', details: { linkId } })
  })
  return token
}

export async function endLink({ db }: Pick<System, 'db'>, deed: StaffDeed): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    await updateEnded(tx, administrationId, accountId, at)
    await recordChange(tx, { ...deed, action: 'calendar_link_ended' })
  })
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

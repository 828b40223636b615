import {
  findAdministrationBySlug,
  listAdministrations,
  type Administration,
} from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { Message } from './message/read-message.ts'

/** Nobody here has the address that the message was sent to; whoever keeps the mailbox has to look. */
export class NobodyHere extends Error {
  constructor() {
    super('No administration has the address that the message was sent to')
    this.name = 'NobodyHere'
  }
}

/** Whose mailbox it came to: as named, by its address, or the only one there is. */
export async function findAddressed(
  db: Db,
  { recipients }: Message,
  slug: string | null,
): Promise<Administration | null> {
  if (slug !== null) return findAdministrationBySlug(db, slug)
  const all = await listAdministrations(db)
  const [only, ...others] = all
  if (only && others.length === 0) return only
  return (
    all.find((one) => recipients.some((address) => address === addressOf(one))) ??
    all.find((one) => recipients.some((address) => isTagged(address, one.slug))) ??
    null
  )
}

export function addressOf({ contact }: Administration): string | null {
  return contact.email?.toLowerCase() ?? null
}

/** `libro+slug@…` or `slug@…`: one mailbox may serve several administrations. */
function isTagged(address: string, slug: string): boolean {
  const [local = ''] = address.split('@')
  return local === slug || local.endsWith(`+${slug}`)
}

import { getAdministration } from '../administrations/index.ts'
import type { Db } from '../platform/database/connection.ts'

/** Who writes: the administration as its letters name it. */
export interface Letterhead {
  name: string
  slug: string
  timeZone: string
  /** Where answers to a letter go, and what a person may call. */
  email: string | null
  phone: string | null
}

export async function getLetterhead(db: Db, administrationId: string): Promise<Letterhead> {
  const { name, slug, timeZone, contact } = await getAdministration(db, administrationId)
  return { name, slug, timeZone, email: contact.email ?? null, phone: contact.phone ?? null }
}

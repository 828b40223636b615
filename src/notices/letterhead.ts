import { getAdministration } from '../administrations/index.ts'
import type { System } from '../system.ts'

/** Who writes: the administration as its letters name it. */
export interface Letterhead {
  name: string
  slug: string
  timeZone: string
  /** Where answers to a letter go, and what a person may call. */
  email: string | null
  phone: string | null
  /** Whole, since a letter is read elsewhere. */
  markUrl?: string
}

export async function getLetterhead(
  { db, config }: Pick<System, 'db' | 'config'>,
  administrationId: string,
): Promise<Letterhead> {
  const { name, slug, timeZone, contact, theme } = await getAdministration(db, administrationId)
  const { email = null, phone = null } = contact
  const mark = theme['markUrl']
  const worn = mark?.startsWith('/') ? { markUrl: new URL(mark, config.baseUrl).href } : {}
  return { name, slug, timeZone, email, phone, ...worn }
}

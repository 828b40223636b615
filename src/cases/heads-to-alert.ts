import type { BookRules } from '../administrations/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { localDate } from '../platform/dates.ts'
import { listContacts, listHolders, type Contact } from '../people/index.ts'
import type { Route } from './route-new-case.ts'
import { accountsNamed } from './tell.ts'

/** The heads of the centre, unless the filing names them or the centre's own address is theirs. */
export async function listHeadsToAlert(
  db: Db,
  rules: BookRules,
  { centreId, namedOfficialIds }: Pick<Route, 'centreId' | 'namedOfficialIds'>,
  now: Date,
): Promise<Contact[]> {
  const { administrationId, timeZone } = rules.administration
  const place = { administrationId, centreId }
  const heads = await listHolders(db, ['office_head'], place, localDate(now, timeZone))
  const named = accountsNamed({ namedOfficials: namedOfficialIds }, rules)
  const told = rules.centres.find((centre) => centre.centreId === centreId)?.emergencyEmail
  const contacts = await listContacts(
    db,
    heads.filter((accountId) => !named.includes(accountId)),
  )
  return contacts.filter(({ email }) => email.toLowerCase() !== told?.toLowerCase())
}

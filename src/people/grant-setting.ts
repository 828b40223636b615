import { z } from 'zod'
import { formatDate } from '../platform/i18n/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { Setting } from '../settings/index.ts'
import { lockAccount } from './account-store.ts'
import { grantRole } from './accounts.ts'
import { accountNames } from './directory.ts'
import { appointingRoles } from './grant-policy.ts'
import { findGrant, revokeGrant, unrevokeGrant } from './grant-store.ts'
import { roles } from './roles.ts'

/** A role that somebody holds in an administration, from a day until another or until it is taken away. */
export interface HeldRole {
  grantId: string
  accountId: string
  name: string
  role: (typeof roles)[number]
  centreId: string | null
  unitId: string | null
  validFrom: string
  validUntil: string | null
  revoked: boolean
}

const heldRoleShape: z.ZodType<HeldRole> = z.object({
  grantId: z.string(),
  accountId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  centreId: z.string().nullable(),
  unitId: z.string().nullable(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  revoked: z.boolean(),
})

/** What was held stays on record: taking it away again ends it. */
export const grantSetting: Setting<HeldRole> = {
  subject: 'role_grant',
  text: 'people.settled.grant',
  roles: appointingRoles,
  schema: heldRoleShape,
  find: findHeldRole,
  async write(tx, deed, id, held) {
    const { administrationId, accountId: by, at: now } = deed
    const known = await findHeldRole(tx, administrationId, id)
    await lockAccount(tx, (held ?? known)?.accountId ?? '')
    if (held && !known) {
      await grantRole(tx, { ...held, administrationId }, { by, now })
    } else if (held && !held.revoked) await unrevokeGrant(tx, id)
    else await revokeGrant(tx, id, { by, at: now })
  },
  say(held, { t, lang, book }) {
    const place = held.centreId ?? held.unitId
    const facts = [
      { label: t('people.settled.role'), text: t(`people.roles.${held.role}`) },
      { label: t('people.settled.place'), text: place ? (book.names.get(place) ?? '') : '' },
      { label: t('people.settled.from'), text: formatDate(held.validFrom, lang) },
      {
        label: t('people.settled.until'),
        text: held.validUntil ? formatDate(held.validUntil, lang) : '',
      },
      {
        label: t('people.settled.state'),
        text: t(held.revoked ? 'people.settled.ended' : 'people.settled.held'),
      },
    ]
    return { name: `${held.name}: ${t(`people.roles.${held.role}`)}`, facts }
  },
}

export async function findHeldRole(
  db: Db,
  administrationId: string,
  id: string,
): Promise<HeldRole | null> {
  const grant = await findGrant(db, id)
  if (!grant || grant.administrationId !== administrationId) return null
  const { grantId, accountId, role, centreId, unitId, validFrom, validUntil, revoked } = grant
  const name = (await accountNames(db, [accountId])).get(accountId) ?? ''
  return { grantId, accountId, name, role, centreId, unitId, validFrom, validUntil, revoked }
}

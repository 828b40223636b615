import { z } from 'zod'
import { getAdministration, updateIdentity, type Identity } from '../../administrations/index.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { Setting } from '../../settings/index.ts'
import { setters } from '../setting-policy.ts'

const identityShape: z.ZodType<Identity> = z.object({
  name: z.string(),
  accent: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  website: z.string(),
})

/** There is one of each administration: its id is this word. */
export const IDENTITY = 'whole'

/** How an administration is called, which colour it wears and where it is reached. */
export const identitySetting: Setting<Identity> = {
  subject: 'identity',
  text: 'organisation.identity.one',
  roles: setters,
  schema: identityShape,
  async find(db, administrationId) {
    const { name, theme, contact } = await getAdministration(db, administrationId)
    const { address = '', phone = '', email = '', website = '' } = contact
    return { name, accent: theme['accent'] ?? '', address, phone, email, website }
  },
  async write(tx, { administrationId }, _id, identity) {
    if (identity === null) throw new NotAllowed()
    await updateIdentity(tx, administrationId, identity)
  },
  say(identity, { t }) {
    const facts = [
      { label: t('organisation.name'), text: identity.name },
      { label: t('organisation.identity.accent'), text: identity.accent },
      { label: t('organisation.identity.address'), text: identity.address },
      { label: t('organisation.identity.phone'), text: identity.phone },
      { label: t('organisation.identity.email'), text: identity.email },
      { label: t('organisation.identity.website'), text: identity.website },
    ]
    return { name: identity.name, facts }
  },
}

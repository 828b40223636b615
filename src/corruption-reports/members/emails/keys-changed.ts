import { getAdministration } from '../../../administrations/index.ts'
import { defineEmail, registerEmail, type EmailModel } from '../../../notices/index.ts'
import { keysUrl } from '../../urls.ts'

interface SomethingToSee {
  address: string
}

const sample = () => ({ address: 'https://libro.example.org/personal/demo/llaves' })

/** The directory of keys has a new entry. */
export const keysChanged = defineEmail<SomethingToSee>({
  template: 'member_keys_changed',
  view: 'members/keys-changed',
  name: (t) => t('member-keys.emails.changed.name'),
  subject: (t) => t('member-keys.emails.changed.subject'),
  sample,
})

/** Somebody's second factor was taken away, so that they set up another. */
export const secondFactorReset = defineEmail<SomethingToSee>({
  template: 'second_factor_reset',
  view: 'members/second-factor-reset',
  name: (t) => t('member-keys.emails.reset.name'),
  subject: (t) => t('member-keys.emails.reset.subject'),
  sample,
})

const model: EmailModel<SomethingToSee> = async ({ db, config }, { administrationId }) => {
  const { slug } = await getAdministration(db, administrationId)
  return { address: config.officersBaseUrl + keysUrl(slug) }
}

export function registerMemberEmails(): void {
  registerEmail(keysChanged, model)
  registerEmail(secondFactorReset, model)
}

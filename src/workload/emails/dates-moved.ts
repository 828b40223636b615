import { getAdministration } from '../../administrations/index.ts'
import { countMovedInHand, DATES_MOVED, deskUrl } from '../../cases/index.ts'
import { defineEmail, registerEmail, type EmailModel } from '../../notices/index.ts'

/** To whoever has cases in hand whose day is another, once for any number of days off. */
interface DatesMoved {
  address: string
}

const datesMoved = defineEmail<DatesMoved>({
  template: DATES_MOVED,
  view: 'workload/dates-moved',
  name: (t) => t('workload.dates_moved.name'),
  subject: (t) => t('workload.dates_moved.subject'),
  sample: () => ({ address: 'https://libro.example.org/personal/demo/casos?vista=mine' }),
})

// a day taken back within the hour leaves nothing to tell
const model: EmailModel<DatesMoved> = async ({ db, config }, notice) => {
  const { administrationId, details, to } = notice
  if (to.recipient !== 'account' || typeof details.since !== 'string') return null
  const held = { administrationId, accountId: to.accountId }
  if ((await countMovedInHand(db, held, new Date(details.since))) === 0) return null
  const { slug } = await getAdministration(db, administrationId)
  return { address: new URL(`${deskUrl(slug)}?vista=mine`, config.baseUrl).href }
}

export function registerDatesMovedEmail(): void {
  registerEmail(datesMoved, model)
}

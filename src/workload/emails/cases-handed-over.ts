import { getAdministration } from '../../administrations/index.ts'
import { defineEmail, registerEmail, type EmailModel } from '../../notices/index.ts'
import { accountNames } from '../../people/index.ts'
import { HANDED_OVER } from '../tell-of-handover.ts'
import { getHandover, listHandoverCases } from '../handover-store.ts'
import { workloadUrls } from '../urls.ts'

/** To whoever gave cases away or has them now. */
interface CasesHandedOver {
  gave: boolean
  count: number
  giver: string
  address: string
}

export const casesHandedOver = defineEmail<CasesHandedOver>({
  template: HANDED_OVER,
  view: 'workload/cases-handed-over',
  name: (t) => t('workload.email.name'),
  subject: (t, { count, gave }) => t(`workload.email.subject_${gave ? 'gave' : 'took'}`, { count }),
  sample: (t) => ({
    gave: false,
    count: 12,
    giver: t('workload.email.sample_giver'),
    address: 'https://libro.example.org/personal/demo/relevos',
  }),
})

/** Those that went to the desk of a unit concern its head as much as what is theirs by name. */
const model: EmailModel<CasesHandedOver> = async ({ db, config }, notice) => {
  const { administrationId, details, to } = notice
  const { handoverId, gave } = details
  if (typeof handoverId !== 'string' || to.recipient !== 'account') return null
  const key = { administrationId, handoverId }
  const { fromAccountId } = await getHandover(db, key)
  const moved = (await listHandoverCases(db, key)).filter(({ stays }) => stays === null)
  const theirs = moved.filter((item) => item.to === null || item.to === to.accountId)
  const { slug } = await getAdministration(db, administrationId)
  const names = await accountNames(db, [fromAccountId])
  return {
    gave: gave === true,
    count: gave === true ? moved.length : theirs.length,
    giver: names.get(fromAccountId) ?? '',
    address: new URL(workloadUrls(slug).handover(handoverId), config.baseUrl).href,
  }
}

export function registerWorkloadEmails(): void {
  registerEmail(casesHandedOver, model)
}

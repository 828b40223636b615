import { getBookRulesById } from '../../administrations/index.ts'
import { deskUrl } from '../../cases/index.ts'
import { defineEmail, registerEmail, type EmailModel } from '../../notices/index.ts'
import { CASES_REHOMED } from '../actions/move-cases-of-part.ts'

/** To whoever has them now: a centre, a unit or a service closed, and its open cases go on elsewhere. */
interface CasesRehomed {
  count: number
  from: string
  to: string
  address: string
}

const casesRehomed = defineEmail<CasesRehomed>({
  template: CASES_REHOMED,
  view: 'workload/cases-rehomed',
  name: (t) => t('workload.rehomed.name'),
  subject: (t, { count, to }) => t('workload.rehomed.subject', { count, to }),
  sample: (t) => ({
    count: 4,
    from: t('workload.rehomed.sample_from'),
    to: t('workload.rehomed.sample_to'),
    address: 'https://libro.example.org/personal/demo/casos',
  }),
})

const model: EmailModel<CasesRehomed> = async (system, { administrationId, details }) => {
  const book = await getBookRulesById(system, administrationId, system.clock())
  const nameOf = (id: unknown) => (typeof id === 'string' ? (book.names.get(id) ?? '') : '')
  return {
    count: Number(details['count']),
    from: nameOf(details['fromId']),
    to: nameOf(details['toId']),
    address: new URL(deskUrl(book.administration.slug), system.config.baseUrl).href,
  }
}

export function registerRehomedEmail(): void {
  registerEmail(casesRehomed, model)
}

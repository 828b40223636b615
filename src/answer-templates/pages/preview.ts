import type { StaffVisit } from '../../people/index.ts'
import { addDays } from '../../platform/dates.ts'
import { inLanguage, outcomesFor } from '../../regimes/index.ts'
import { fillTemplate, unfilledIn } from '../fill-template.ts'
import { knownOfCase } from '../known-of-case.ts'

const DAYS_AGO = 6

/** How a template would come out for a case as there may be one tomorrow. */
export function previewOf(
  template: {
    body: string
    measures: string
    kinds: readonly string[]
    serviceIds: readonly string[]
    language: string | null
  },
  { book, staff, today, t, lang }: StaffVisit,
) {
  const { administration, centres, services, regime } = book
  const kind = template.kinds[0] ?? regime.kinds[0]?.code ?? ''
  const service =
    services.find(({ serviceId }) => serviceId === template.serviceIds[0]) ?? services[0]
  const outcome = outcomesFor(regime, kind, today)[0]
  const sample = {
    caseNumber: t('answer-templates.sample_number'),
    kind,
    channel: 'web',
    language: template.language || (administration.languages[0] ?? lang),
    registeredOn: addDays(today, -DAYS_AGO),
    centreId: centres[0]?.centreId ?? '',
    serviceId: service?.serviceId ?? null,
    unitId: service?.unitId ?? null,
    outcome: outcome?.code ?? '',
  }
  const known = knownOfCase(sample, { book, writer: staff.name, today, t, lang })
  const body = fillTemplate(template.body, known)
  const measures = fillTemplate(template.measures, known)
  return {
    about: t('answer-templates.preview_about', {
      kind: inLanguage(regime.kinds.find(({ code }) => code === kind)?.label, lang) ?? kind,
      service: service?.name ?? '',
      outcome: inLanguage(outcome?.label, lang) ?? '',
    }),
    body: body.split(/\n{2,}/),
    measures: measures === '' ? [] : measures.split(/\n{2,}/),
    unfilled: unfilledIn(`${body}\n${measures}`).join(', '),
  }
}

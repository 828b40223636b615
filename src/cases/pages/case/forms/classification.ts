import { z } from 'zod'
import { reclassifyCase } from '../../../actions/classify-case.ts'
import { inLanguage, openKinds, rulesOn } from '../../../../regimes/index.ts'
import { Invalid } from '../../../../platform/errors.ts'
import type { CaseForm } from '../case-form.ts'
import { text } from './form-values.ts'

const classification = z.object({
  kind: z.string(),
  centre: z.string(),
  service: z.string().default(''),
  motive: z.string().default(''),
  reason: text(),
})

/** What it really is, as a person read it in triage. */
export const classificationForm: CaseForm<z.output<typeof classification>> = {
  path: 'clasificacion',
  actions: ['reclassify'],
  reader: 'record',
  schema: classification,
  show({ book, item, today, response: { locals } }) {
    const { t, lang } = locals
    const none = { value: '', text: t('case-staff.forms.clasificacion.none') }
    const ruled = (rules: readonly { code: string; label: { es: string; en: string } }[]) =>
      rules.map(({ code, label }) => ({ value: code, text: inLanguage(label, lang) }))
    const slugOf = (id: string | null, parts: readonly { slug: string; id: string }[]) =>
      parts.find((part) => part.id === id)?.slug ?? ''
    const centres = book.centres.map(({ slug, name, centreId }) => ({ slug, name, id: centreId }))
    const services = book.services.map(({ slug, name, serviceId }) => ({
      slug,
      name,
      id: serviceId,
    }))
    const named = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, text: name })
    return {
      start: {
        kind: item.kind,
        centre: slugOf(item.centreId, centres),
        service: slugOf(item.serviceId, services),
        motive: item.motives[0] ?? '',
      },
      fields: (make) => [
        make.choice('kind', ruled(openKinds(book.regime, book.authorisations, today))),
        make.select('centre', centres.map(named)),
        make.select('service', [none, ...services.map(named)]),
        make.select('motive', [none, ...ruled(rulesOn(book.regime.motives, today))]),
        make.area('reason', { rows: 3 }),
      ],
      buttons: [{ text: t('case-staff.forms.clasificacion.send') }],
    }
  },
  async submit({ system, book, item, now }, request, values) {
    const centre = book.centres.find(({ slug }) => slug === values.centre)
    if (!centre) throw new Invalid([{ field: '/centre', code: 'unknown' }])
    const service = book.services.find(({ slug }) => slug === values.service)
    if (values.service && !service) throw new Invalid([{ field: '/service', code: 'unknown' }])
    const [primary, ...others] = item.motives
    const kept = values.motive === (primary ?? '') ? item.motives : [values.motive, ...others]
    const to = {
      kind: values.kind,
      centreId: centre.centreId,
      serviceId: service?.serviceId ?? null,
      motives: [...new Set(kept)].filter((motive) => motive !== ''),
    }
    return {
      done: 'clasificado',
      moved: await reclassifyCase(system, request, to, values.reason, now),
    }
  },
}

import { z } from 'zod'
import {
  deleteStandard,
  listStandards,
  sayStandard,
  STANDARD_MEASURES,
  touchAdministration,
  upsertStandard,
  type ServiceStandard,
} from '../../administrations/index.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import type { Setting } from '../../settings/index.ts'
import { keepersOfStandards } from '../setting-policy.ts'

const standardShape: z.ZodType<ServiceStandard> = z.object({
  standardId: z.string(),
  measure: z.enum(STANDARD_MEASURES),
  serviceId: z.string().nullable(),
  channel: z.string().nullable(),
  most: z.number(),
  ofHundred: z.number(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  source: z.string(),
})

/** What was published of a service. */
export const standardSetting: Setting<ServiceStandard> = {
  subject: 'service_standard',
  text: 'own-rules.standard.one',
  roles: keepersOfStandards,
  schema: standardShape,
  async find(db, administrationId, id) {
    const standards = await listStandards(db, administrationId)
    return standards.find(({ standardId }) => standardId === id) ?? null
  },
  async write(tx, { administrationId }, id, standard) {
    if (standard === null) await deleteStandard(tx, administrationId, id)
    else await upsertStandard(tx, administrationId, standard)
    await touchAdministration(tx, administrationId)
  },
  say(standard, { t, lang, book }) {
    const { ofHundred, validFrom, validUntil, source } = standard
    const name = sayStandard(standard, book, t)
    const facts = [
      { label: t('service-standards.promise'), text: name },
      {
        label: t('service-standards.share'),
        text: t('service-standards.to_how_many', { count: ofHundred }),
      },
      { label: t('service-standards.since'), text: formatDate(validFrom, lang) },
      { label: t('own-rules.until'), text: validUntil ? formatDate(validUntil, lang) : '' },
      { label: t('service-standards.document'), text: source },
    ]
    return { name, facts }
  },
}

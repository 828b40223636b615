import { z } from 'zod'
import { freeSlug, listServices, type Service } from '../../../administrations/index.ts'
import { line, optionalLine, words } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { serviceSetting } from '../service-setting.ts'
import type { PartForm } from './part-page.ts'
import { checkDays, known, named } from './read-part.ts'

const typed = z.object({
  ...named,
  unitId: line(60),
  cost: optionalLine(200),
  requirements: words(4000),
  term: optionalLine(200),
})

export const serviceForm = (system: System): PartForm<Service, typeof typed> => ({
  part: 'service',
  view: 'installation/organisation/service',
  setting: serviceSetting,
  typed,
  fill: (service) => ({
    name: service?.name ?? '',
    unitId: service?.unitId ?? '',
    cost: service?.cost ?? '',
    requirements: service?.requirements ?? '',
    term: service?.term ?? '',
    validFrom: service?.validFrom ?? '',
    validUntil: service?.validUntil ?? '',
  }),
  async read(said, { book, deed, id, value }) {
    checkDays(said)
    const { name, unitId, cost, requirements, term, validFrom, validUntil } = said
    const ever = await listServices(system.db, deed.administrationId)
    const taken = new Set(ever.map(({ slug }) => slug))
    return {
      serviceId: id,
      slug: value?.slug ?? freeSlug(name, taken),
      name,
      unitId: known(book.units, (unit) => unit.unitId, unitId, 'unitId'),
      cost: cost || null,
      requirements: requirements || null,
      term: term || null,
      validFrom,
      validUntil,
    }
  },
  choices: ({ book, t }) => ({
    units: [
      { value: '', text: t('organisation.choose') },
      ...book.units.map(({ unitId, name }) => ({ value: unitId, text: name })),
    ],
  }),
})

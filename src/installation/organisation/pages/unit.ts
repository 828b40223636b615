import { z } from 'zod'
import { freeSlug, listUnits, type Unit } from '../../../administrations/index.ts'
import { optionalLine } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { unitSetting } from '../unit-setting.ts'
import type { PartForm } from './part-page.ts'
import { checkDays, known, named } from './read-part.ts'

const typed = z.object({ ...named, parentUnitId: optionalLine(60) })

export const unitForm = (system: System): PartForm<Unit, typeof typed> => ({
  part: 'unit',
  view: 'installation/organisation/unit',
  setting: unitSetting,
  typed,
  fill: (unit) => ({
    name: unit?.name ?? '',
    parentUnitId: unit?.parentUnitId ?? '',
    validFrom: unit?.validFrom ?? '',
    validUntil: unit?.validUntil ?? '',
  }),
  async read(said, { book, deed, id, value }) {
    checkDays(said)
    const { name, parentUnitId, validFrom, validUntil } = said
    const ever = await listUnits(system.db, deed.administrationId)
    const taken = new Set(ever.map(({ slug }) => slug))
    return {
      unitId: id,
      slug: value?.slug ?? freeSlug(name, taken),
      name,
      parentUnitId:
        parentUnitId === ''
          ? null
          : known(book.units, ({ unitId }) => unitId, parentUnitId, 'parentUnitId'),
      validFrom,
      validUntil,
    }
  },
  choices: ({ book, id, t }) => ({
    parents: [
      { value: '', text: t('organisation.unit.no_parent') },
      ...book.units
        .filter(({ unitId }) => unitId !== id)
        .map(({ unitId, name }) => ({ value: unitId, text: name })),
    ],
  }),
})

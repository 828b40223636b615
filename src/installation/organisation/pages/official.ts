import { z } from 'zod'
import type { Official } from '../../../administrations/index.ts'
import { listColleagues } from '../../../people/index.ts'
import { line, optionalLine } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { officialSetting } from '../official-setting.ts'
import type { PartForm } from './part-page.ts'
import { checkDays, known, named } from './read-part.ts'

const typed = z.object({
  ...named,
  post: line(150),
  unitId: optionalLine(60),
  centreId: optionalLine(60),
  accountId: optionalLine(60),
})

/** Somebody of the directory: whoever is named in a case never decides it, with an account or without. */
export const officialForm = (system: System): PartForm<Official, typeof typed> => ({
  part: 'official',
  view: 'installation/organisation/official',
  setting: officialSetting,
  typed,
  fill: (official) => ({
    name: official?.name ?? '',
    post: official?.post ?? '',
    unitId: official?.unitId ?? '',
    centreId: official?.centreId ?? '',
    accountId: official?.accountId ?? '',
    validFrom: official?.validFrom ?? '',
    validUntil: official?.validUntil ?? '',
  }),
  async read(said, { book, id, deed, today }) {
    checkDays(said)
    const { name, post, validFrom, validUntil } = said
    const colleagues = await listColleagues(system.db, deed.administrationId, today)
    const orNull = (text: string, find: () => string) => (text === '' ? null : find())
    return {
      officialId: id,
      name,
      post,
      unitId: orNull(said.unitId, () =>
        known(book.units, ({ unitId }) => unitId, said.unitId, 'unitId'),
      ),
      centreId: orNull(said.centreId, () =>
        known(book.centres, ({ centreId }) => centreId, said.centreId, 'centreId'),
      ),
      accountId: orNull(said.accountId, () =>
        known(colleagues, ({ accountId }) => accountId, said.accountId, 'accountId'),
      ),
      validFrom,
      validUntil,
    }
  },
  async choices({ book, deed, today, t }) {
    const none = { value: '', text: t('organisation.none_chosen') }
    const colleagues = await listColleagues(system.db, deed.administrationId, today)
    return {
      units: [none, ...book.units.map(({ unitId, name }) => ({ value: unitId, text: name }))],
      centres: [
        none,
        ...book.centres.map(({ centreId, name }) => ({ value: centreId, text: name })),
      ],
      accounts: [
        none,
        ...colleagues.map(({ accountId, name }) => ({ value: accountId, text: name })),
      ],
    }
  },
})

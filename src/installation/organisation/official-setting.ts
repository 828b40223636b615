import {
  deleteOfficial,
  listOfficials,
  touchAdministration,
  writeOfficial,
  type Official,
} from '../../administrations/index.ts'
import type { Setting } from '../../settings/index.ts'
import { setters } from '../setting-policy.ts'
import { unlessInUse } from './in-use.ts'
import { officialShape } from './part-shapes.ts'
import { nameOf, sayValidity } from './say-part.ts'

export const officialSetting: Setting<Official> = {
  subject: 'official',
  text: 'organisation.official.one',
  roles: setters,
  schema: officialShape,
  async find(db, administrationId, id) {
    const officials = await listOfficials(db, administrationId)
    return officials.find(({ officialId }) => officialId === id) ?? null
  },
  async write(tx, { administrationId }, id, official) {
    if (official === null) await unlessInUse(deleteOfficial(tx, administrationId, id))
    else await writeOfficial(tx, administrationId, official)
    await touchAdministration(tx, administrationId)
  },
  say(official, saying) {
    const { t } = saying
    const facts = [
      { label: t('organisation.name'), text: official.name },
      { label: t('organisation.official.post'), text: official.post },
      { label: t('organisation.official.unit'), text: nameOf(saying, official.unitId) },
      { label: t('organisation.official.centre'), text: nameOf(saying, official.centreId) },
      ...sayValidity(official, saying),
    ]
    return { name: official.name, facts }
  },
}

import {
  deleteUnit,
  listUnits,
  touchAdministration,
  writeUnit,
  type Unit,
} from '../../administrations/index.ts'
import { Invalid } from '../../platform/errors.ts'
import type { Setting } from '../../settings/index.ts'
import { setters } from '../setting-policy.ts'
import { unlessInUse } from './in-use.ts'
import { unitShape } from './part-shapes.ts'
import { nameOf, sayValidity } from './say-part.ts'

export const unitSetting: Setting<Unit> = {
  subject: 'unit',
  text: 'organisation.unit.one',
  roles: setters,
  schema: unitShape,
  async find(db, administrationId, id) {
    return (await listUnits(db, administrationId)).find(({ unitId }) => unitId === id) ?? null
  },
  async write(tx, { administrationId }, id, unit) {
    if (unit === null) await unlessInUse(deleteUnit(tx, administrationId, id))
    else {
      if (isUnderItself(unit, await listUnits(tx, administrationId))) {
        throw new Invalid([{ field: 'parentUnitId', code: 'under_itself' }])
      }
      await writeUnit(tx, administrationId, unit)
    }
    await touchAdministration(tx, administrationId)
  },
  say(unit, saying) {
    const { t } = saying
    const facts = [
      { label: t('organisation.name'), text: unit.name },
      { label: t('organisation.unit.parent'), text: nameOf(saying, unit.parentUnitId) },
      ...sayValidity(unit, saying),
    ]
    return { name: unit.name, facts }
  },
}

/** A unit never stands under one of its own. */
export function isUnderItself(unit: Unit, units: readonly Unit[]): boolean {
  const parents = new Map(units.map(({ unitId, parentUnitId }) => [unitId, parentUnitId]))
  for (let above = unit.parentUnitId; above !== null; above = parents.get(above) ?? null) {
    if (above === unit.unitId) return true
  }
  return false
}

import { listCentres, listUnits } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { Scope } from '../staff-policy.ts'

/** A place of an administration in which roles are held, as forms offer it and lists name it. */
export interface NamedPlace {
  /** `all`, `centre:<id>`, `unit:<id>`. */
  value: string
  text: string
  scope: Scope
}

export async function listPlaces(db: Db, administrationId: string, t: T): Promise<NamedPlace[]> {
  const centres = await listCentres(db, administrationId)
  const units = await listUnits(db, administrationId)
  const within = { administrationId, centreId: null, unitId: null }
  return [
    { value: 'all', text: t('people.place.all'), scope: within },
    ...centres.map(({ centreId, name }) => ({
      value: `centre:${centreId}`,
      text: t('people.place.centre', { name }),
      scope: { ...within, centreId },
    })),
    ...units.map(({ unitId, name }) => ({
      value: `unit:${unitId}`,
      text: t('people.place.unit', { name }),
      scope: { ...within, unitId },
    })),
  ]
}

export function nameOfPlace(places: readonly NamedPlace[], scope: Scope, t: T): string {
  if (scope.administrationId === null) return t('people.place.installation')
  const place = places.find(
    (each) => each.scope.centreId === scope.centreId && each.scope.unitId === scope.unitId,
  )
  return place?.text ?? t('people.place.gone')
}

import type { CalendarFile } from '../deadlines/index.ts'
import type { AdministrationFile } from './administration-file.ts'
import type { Ids } from './make-organisation.ts'
import { idOf } from './make-organisation.ts'

/**
 * A calendar of its own for the administration and for each of its centres, on top of the country's, so
 * that an unforeseen closure can be declared there and nowhere else.
 */
export function ownCalendarCode(administrationId: string): string {
  return `adm-${administrationId}`
}

export function centreCalendarCode(centreId: string): string {
  return `centre-${centreId}`
}

export function makeOwnCalendars(
  file: AdministrationFile,
  ids: Ids,
  { administrationId, parent }: { administrationId: string; parent: string },
): CalendarFile[] {
  const own = ownCalendarCode(administrationId)
  return [
    makeCalendar(own, parent, file),
    ...file.centres.map((centre) =>
      makeCalendar(
        centreCalendarCode(idOf(ids.centres, centre.slug)),
        centre.calendar ?? own,
        centre,
      ),
    ),
  ]
}

function makeCalendar(
  code: string,
  parent: string,
  { name, ownDays }: Pick<AdministrationFile, 'name' | 'ownDays'>,
): CalendarFile {
  return { code, parent, name: { es: name, en: name }, source: name, days: ownDays }
}

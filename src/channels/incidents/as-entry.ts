import type { BookRules } from '../../administrations/index.ts'
import { localDate, localTime } from '../../platform/dates.ts'
import type { Entry } from '../counter/entry-fields.ts'
import type { Incident } from './incident-store.ts'

/** An incident as the beginning of a case: the right to file it stays, though it was solved. */
export function incidentAsEntry(
  { administration, centres, services }: BookRules,
  incident: Incident,
): Partial<Entry> {
  const { timeZone } = administration
  return {
    incident: incident.incidentId,
    channel: 'counter',
    centre: centres.find(({ centreId }) => centreId === incident.centreId)?.slug ?? '',
    service: services.find(({ serviceId }) => serviceId === incident.serviceId)?.slug ?? '',
    handedDate: localDate(incident.happenedAt, timeZone),
    handedTime: localTime(incident.happenedAt, timeZone),
    occurredOn: localDate(incident.happenedAt, timeZone),
    description: `${incident.what}\n\n${incident.solution}`,
  }
}

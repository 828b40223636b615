import type { Response } from 'express'
import { staffCaseUrl } from '../../../cases/index.ts'
import { instantAt } from '../../../platform/dates.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formatDateTime } from '../../../platform/i18n/index.ts'
import { formErrors, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { enterCounter, type CounterRoom } from '../../counter/pages/desk-room.ts'
import { recordIncident } from '../actions/record-incident.ts'
import { countIncidents, listIncidents, type Incident } from '../incident-store.ts'
import { incidentsUrl } from '../urls.ts'
import { readIncident, typedIn, type IncidentTyped } from './incident-form.ts'

const MOST_SHOWN = 50

export function showIncidents(system: System): Page {
  return async (request, response) => {
    const room = await enterCounter(system, response)
    const done = request.query.listo === 'recorded'
    await show(system, response, room, { done })
  }
}

export function takeIncident(system: System): Page {
  return async (request, response) => {
    const room = await enterCounter(system, response)
    const typed = typedIn(request)
    const { incident, problems } = readIncident(typed, room)
    if (!incident) return show(system, response, room, { typed, problems })
    await recordIncident(system, incident, room.now)
    response.redirect(303, `${incidentsUrl(room.slug)}?listo=recorded`)
  }
}

interface Shown {
  typed?: IncidentTyped
  problems?: readonly FieldProblem[]
  done?: boolean
}

async function show(
  system: System,
  response: Response,
  room: CounterRoom,
  { typed, problems = [], done = false }: Shown,
): Promise<void> {
  const { administrationId, book, centres, slug, t, today } = room
  const own = centres.map(({ centreId }) => centreId)
  const incidents = await listIncidents(system.db, administrationId, own, MOST_SHOWN)
  const month = instantAt(`${today.slice(0, 7)}-01`, '00:00', book.administration.timeZone)
  const counts = await countIncidents(system.db, administrationId, month)
  const given = new Set(centres.flatMap(({ serviceIds }) => serviceIds))
  const model = {
    title: t('channels-counter.incidents.title'),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'channels-counter.incidents.problems'),
    done,
    action: incidentsUrl(slug),
    typed: typed ?? { handedDate: today },
    centres: centres.map((centre) => ({ value: centre.slug, text: centre.name })),
    services: [
      { value: '', text: t('channels-counter.none') },
      ...book.services
        .filter(({ serviceId }) => given.has(serviceId))
        .map((service) => ({ value: service.slug, text: service.name })),
    ],
    counts: centres.map(({ centreId, name }) => ({ name, count: counts.get(centreId) ?? 0 })),
    incidents: incidents.map((incident) => incidentRow(room, incident)),
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'channels/incidents/incidents', model, { status, layout: 'staff' })
}

function incidentRow({ book, lang, slug, urls }: CounterRoom, incident: Incident) {
  const { centreId, serviceId, caseNumber } = incident
  return {
    place: [centreId, serviceId].flatMap((id) => (id && book.names.get(id)) || []).join(', '),
    when: formatDateTime(incident.happenedAt, lang, book.administration.timeZone),
    what: incident.what,
    solution: incident.solution,
    caseNumber,
    caseUrl: caseNumber && staffCaseUrl(slug, caseNumber),
    fileUrl: `${urls.entry}?incidente=${incident.incidentId}`,
  }
}

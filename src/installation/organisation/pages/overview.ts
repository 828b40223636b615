import {
  listCentres,
  listOfficials,
  listServices,
  listUnits,
  sayHours,
  type Unit,
} from '../../../administrations/index.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { noErrors, render, type Page } from '../../../platform/web/index.ts'
import { changesUrl } from '../../../settings/index.ts'
import type { System } from '../../../system.ts'
import { enterRoom, type Room } from '../../pages/room.ts'
import { markFormUrl, partUrl, type PartName } from './urls.ts'

/** The whole organisation on one page, with its past: units, services, centres and the people with a post. */
export function showOrganisation(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { t, slug, maySet, deed } = room
    const of = deed.administrationId
    const parts = [
      groupOf(room, 'unit', unitRows(room, await listUnits(system.db, of))),
      groupOf(room, 'service', serviceRows(room, await listServices(system.db, of))),
      groupOf(room, 'centre', centreRows(room, await listCentres(system.db, of))),
      groupOf(room, 'official', officialRows(room, await listOfficials(system.db, of))),
    ]
    const model = {
      title: t('organisation.title'),
      errors: noErrors,
      notice: request.query['listo'] === 'guardado' ? t('organisation.saved') : null,
      maySet,
      parts,
      changesUrl: changesUrl(slug),
      identityUrl: maySet ? partUrl(slug, 'identity') : null,
      markUrl: markFormUrl(slug),
    }
    render(response, 'installation/organisation/overview', model, { layout: 'staff' })
  }
}

interface PartRow {
  id: string
  name: string
  more: string
  validity: Pick<Unit, 'validFrom' | 'validUntil'>
}

function groupOf(
  { t, slug, maySet, today, lang }: Room,
  part: Exclude<PartName, 'identity'>,
  rows: PartRow[],
) {
  return {
    part,
    title: t(`organisation.${part}.many`),
    lead: t(`organisation.${part}.lead`),
    add: maySet ? { text: t(`organisation.${part}.new`), href: partUrl(slug, part) } : null,
    rows: rows.map(({ id, name, more, validity: { validFrom, validUntil } }) => ({
      id: `${part}-${id}`,
      name,
      more,
      href: maySet ? partUrl(slug, part, id) : null,
      isOver: validUntil !== null && validUntil < today,
      days: [
        validFrom && validFrom > today
          ? t('organisation.since', { day: formatDate(validFrom, lang) })
          : '',
        validUntil ? t('organisation.till', { day: formatDate(validUntil, lang) }) : '',
      ]
        .filter(Boolean)
        .join(', '),
    })),
  }
}

function unitRows({ book: { names } }: Room, units: Awaited<ReturnType<typeof listUnits>>) {
  return units.map((unit) => ({
    id: unit.unitId,
    name: unit.name,
    more: unit.parentUnitId === null ? '' : (names.get(unit.parentUnitId) ?? ''),
    validity: unit,
  }))
}

function serviceRows(
  { book: { names } }: Room,
  services: Awaited<ReturnType<typeof listServices>>,
) {
  return services.map((service) => ({
    id: service.serviceId,
    name: service.name,
    more: [names.get(service.unitId), service.cost, service.term].filter(Boolean).join(' · '),
    validity: service,
  }))
}

function centreRows({ lang, t }: Room, centres: Awaited<ReturnType<typeof listCentres>>) {
  return centres.map((centre) => ({
    id: centre.centreId,
    name: centre.name,
    more: [centre.address, ...sayHours(centre.hours, lang, t)].filter(Boolean).join(' · '),
    validity: centre,
  }))
}

function officialRows(
  { book: { names } }: Room,
  officials: Awaited<ReturnType<typeof listOfficials>>,
) {
  return officials.map((official) => ({
    id: official.officialId,
    name: official.name,
    more: [official.post, names.get(official.unitId ?? official.centreId ?? '')]
      .filter(Boolean)
      .join(' · '),
    validity: official,
  }))
}

import type { Centre, Official, Service, Unit } from './book-rules.ts'

/** The parts of an organisation as their tables hold them. */

export const unitRow = (of: string, unit: Unit) => ({
  administration_id: of,
  unit_id: unit.unitId,
  slug: unit.slug,
  name: unit.name,
  parent_unit_id: unit.parentUnitId,
  ...validity(unit),
})

export const serviceRow = (of: string, service: Service) => ({
  administration_id: of,
  service_id: service.serviceId,
  slug: service.slug,
  name: service.name,
  unit_id: service.unitId,
  cost: service.cost,
  requirements: service.requirements,
  term: service.term,
  ...validity(service),
})

/** Without what hangs on it: hours, windows and services have tables of their own. */
export const centreRow = (of: string, centre: Centre) => ({
  administration_id: of,
  centre_id: centre.centreId,
  slug: centre.slug,
  name: centre.name,
  address: centre.address,
  calendar_code: centre.calendarCode,
  emergency_email: centre.emergencyEmail,
  head_approves: centre.headApproves,
  ...validity(centre),
})

export const officialRow = (of: string, official: Official) => ({
  administration_id: of,
  official_id: official.officialId,
  name: official.name,
  post: official.post,
  unit_id: official.unitId,
  centre_id: official.centreId,
  account_id: official.accountId,
  ...validity(official),
})

function validity({ validFrom, validUntil }: Pick<Unit, 'validFrom' | 'validUntil'>) {
  return { valid_from: validFrom, valid_until: validUntil }
}

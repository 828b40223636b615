import { randomUUID } from 'node:crypto'
import type {
  Centre,
  NewAdministration,
  Official,
  OwnTerm,
  ServiceStandard,
  Service,
  StratumRecord,
  Unit,
} from '../administrations/index.ts'
import { centreCalendarCode, ownCalendarCode } from './own-calendars.ts'
import type { AdministrationFile } from './administration-file.ts'

export interface Ids {
  units: ReadonlyMap<string, string>
  services: ReadonlyMap<string, string>
  centres: ReadonlyMap<string, string>
}

/** One new id for each name that the file uses. */
export function makeIds(file: AdministrationFile): Ids {
  const idsOf = (entries: readonly { slug: string }[]) =>
    new Map(entries.map(({ slug }) => [slug, randomUUID() as string]))
  return {
    units: idsOf(file.units),
    services: idsOf(file.services),
    centres: idsOf(file.centres),
  }
}

/** References were checked: what a file names is there. */
export function idOf(ids: ReadonlyMap<string, string>, slug: string): string {
  const id = ids.get(slug)
  if (id === undefined) throw new Error(`Nothing is called ${slug}`)
  return id
}

export function idOrNull(ids: ReadonlyMap<string, string>, slug: string | undefined) {
  return slug === undefined ? null : idOf(ids, slug)
}

export function makeAdministration(
  file: AdministrationFile,
  { demo }: { demo: boolean },
): NewAdministration {
  const administrationId = randomUUID()
  const { slug, name, bookCode, regime, timeZone, languages, spokenLanguages, theme, contact } =
    file
  return {
    administrationId,
    slug,
    name,
    bookCode,
    regimeCode: regime,
    calendarCode: ownCalendarCode(administrationId),
    timeZone,
    languages,
    spokenLanguages: spokenLanguages ?? null,
    theme,
    contact,
    demo,
    openedAt: null,
  }
}

/** Parents before their children, so that each finds its own. */
export function makeUnits(file: AdministrationFile, ids: Ids): Unit[] {
  const depth = (slug: string): number => {
    const parent = file.units.find((unit) => unit.slug === slug)?.parent
    return parent === undefined ? 0 : 1 + depth(parent)
  }
  return [...file.units]
    .sort((one, other) => depth(one.slug) - depth(other.slug))
    .map((unit) => ({
      unitId: idOf(ids.units, unit.slug),
      slug: unit.slug,
      name: unit.name,
      parentUnitId: idOrNull(ids.units, unit.parent),
      ...validityOf(unit),
    }))
}

export function makeServices(file: AdministrationFile, ids: Ids): Service[] {
  return file.services.map((service) => ({
    serviceId: idOf(ids.services, service.slug),
    slug: service.slug,
    name: service.name,
    unitId: idOf(ids.units, service.unit),
    cost: service.cost ?? null,
    requirements: service.requirements ?? null,
    term: service.term ?? null,
    ...validityOf(service),
  }))
}

export function makeCentres(file: AdministrationFile, ids: Ids): Centre[] {
  const all = file.services.map(({ slug }) => slug)
  return file.centres.map((centre) => ({
    centreId: idOf(ids.centres, centre.slug),
    slug: centre.slug,
    name: centre.name,
    address: centre.address ?? null,
    calendarCode: centreCalendarCode(idOf(ids.centres, centre.slug)),
    emergencyEmail: centre.emergencyEmail ?? null,
    headApproves: centre.headApproves,
    hours: centre.hours.flatMap(({ days, opens, closes }) =>
      days.map((weekday) => ({ weekday, opens, closes })),
    ),
    windows: centre.windows.map((window) => ({ windowId: randomUUID(), ...window })),
    serviceIds: (centre.services === 'all' ? all : centre.services).map((slug) =>
      idOf(ids.services, slug),
    ),
    ...validityOf(centre),
  }))
}

export function makeOfficials(
  file: AdministrationFile,
  ids: Ids,
  accounts: ReadonlyMap<string, string>,
): Official[] {
  return file.officials.map((official) => ({
    officialId: randomUUID(),
    name: official.name,
    post: official.post,
    unitId: idOrNull(ids.units, official.unit),
    centreId: idOrNull(ids.centres, official.centre),
    accountId: idOrNull(accounts, official.account?.toLowerCase()),
    ...validityOf(official),
  }))
}

export function makeOwnTerms(file: AdministrationFile): OwnTerm[] {
  return file.terms.map(({ step, kind = '*', days, unit, from, until = null, source }) => ({
    step,
    kind,
    days,
    unit,
    validFrom: from,
    validUntil: until,
    source,
  }))
}

export function makeStandards(file: AdministrationFile, ids: Ids): ServiceStandard[] {
  return file.standards.map(({ service, channel = null, from, until = null, ...standard }) => ({
    ...standard,
    standardId: randomUUID(),
    serviceId: idOrNull(ids.services, service),
    channel,
    validFrom: from,
    validUntil: until,
  }))
}

export function makeStrata(file: AdministrationFile, ids: Ids): StratumRecord[] {
  return file.strata.map(({ centre, level = null, size, inhabitants = null, from, source }) => ({
    centreId: idOrNull(ids.centres, centre),
    level,
    size,
    inhabitants,
    validFrom: from,
    source,
  }))
}

export function validityOf({
  from,
  until,
}: {
  from?: string | undefined
  until?: string | undefined
}) {
  return { validFrom: from ?? null, validUntil: until ?? null }
}

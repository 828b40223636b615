import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import {
  contact,
  getBookRulesById,
  insertAdministration,
  insertCentres,
  insertOfficials,
  insertServices,
  insertUnits,
  type Centre,
} from '../../src/administrations/index.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { loadRegimePack } from '../../src/regimes/index.ts'
import { parseRule, type RuleInput } from '../../src/routing/index.ts'
import type { System } from '../../src/system.ts'
import { buildPerson } from '../people/fixtures.ts'

const always = { validFrom: null, validUntil: null }
const said = { cost: null, requirements: null, term: null }
const neutral = join(import.meta.dirname, '../../packs/regimes/neutral.yaml')

/** A town with two centres, three units of which one is above the others, and people in them. */
export async function buildRoutedTown(system: System, slug: string) {
  const administrationId = randomUUID()
  const [north, south] = [randomUUID(), randomUUID()]
  const [town, works, parks] = [randomUUID(), randomUUID(), randomUUID()]
  const [water, trees] = [randomUUID(), randomUUID()]
  const officialId = randomUUID()
  const inUnit = (unitId: string) => ({ administrationId, unitId })
  const now = system.clock()

  await loadRegimePack(system.db, neutral, now)
  await inTransaction(system.db, async (tx) => {
    await insertAdministration(tx, {
      administrationId,
      slug,
      name: `Municipalidad de ${slug}`,
      bookCode: slug.toUpperCase().replace(/\W/g, ''),
      regimeCode: 'neutral',
      calendarCode: 'none',
      timeZone: 'America/Mexico_City',
      languages: ['es', 'en'],
      spokenLanguages: null,
      theme: {},
      contact: contact.parse({}),
      demo: false,
      openedAt: now,
    })
    await insertUnits(tx, administrationId, [
      { unitId: town, slug: 'alcaldia', name: 'Alcaldía', parentUnitId: null, ...always },
      { unitId: works, slug: 'obras', name: 'Obras', parentUnitId: town, ...always },
      { unitId: parks, slug: 'parques', name: 'Parques', parentUnitId: town, ...always },
    ])
    await insertServices(tx, administrationId, [
      { serviceId: water, slug: 'agua', name: 'Agua', unitId: works, ...said, ...always },
      { serviceId: trees, slug: 'arboles', name: 'Árboles', unitId: parks, ...said, ...always },
    ])
    await insertCentres(tx, administrationId, [
      centre(north, 'norte', 'Centro Norte', [water, trees]),
      centre(south, 'sur', 'Centro Sur', [water]),
    ])
  })
  const headOfWorks = await buildPerson(system, `${slug}-jefa`, [
    { role: 'unit_head', ...inUnit(works) },
  ])
  const manager = await buildPerson(system, `${slug}-responsable`, [
    { role: 'claims_manager', administrationId },
  ])
  const handlers = [
    await buildPerson(system, `${slug}-ana`, [{ role: 'unit_handler', ...inUnit(works) }]),
    await buildPerson(system, `${slug}-beto`, [{ role: 'unit_handler', ...inUnit(works) }]),
  ]
  await inTransaction(system.db, (tx) =>
    insertOfficials(tx, administrationId, [
      {
        officialId,
        name: 'Inés Tapia Vera',
        post: 'Jefa de obras',
        unitId: works,
        centreId: null,
        accountId: headOfWorks,
        ...always,
      },
    ]),
  )
  const book = () => getBookRulesById(system, administrationId, system.clock())
  return {
    administrationId,
    slug,
    north,
    south,
    town,
    works,
    parks,
    water,
    trees,
    officialId,
    headOfWorks,
    manager,
    handlers,
    book,
  }
}
export type RoutedTown = Awaited<ReturnType<typeof buildRoutedTown>>

function centre(centreId: string, slug: string, name: string, serviceIds: string[]): Centre {
  return {
    centreId,
    slug,
    name,
    address: null,
    calendarCode: null,
    emergencyEmail: null,
    headApproves: false,
    hours: [],
    windows: [],
    serviceIds,
    ...always,
  }
}

/** As the form sends it. */
export function ruleOf(fields: Record<string, string | string[]>): RuleInput {
  const { rule, problems } = parseRule({
    name: 'Una regla',
    desk: 'claims_manager',
    priority: '0',
    ...fields,
  })
  if (!rule) throw new Error(JSON.stringify(problems))
  return rule
}

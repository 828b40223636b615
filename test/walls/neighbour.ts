import { getBookRules } from '../../src/administrations/index.ts'
import { addAdministration } from '../../src/installation/index.ts'
import { isSealedRole, isWellPlaced, roles } from '../../src/people/index.ts'
import { buildPerson, password } from '../people/fixtures.ts'
import type { RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'

export const NEIGHBOUR = 'villa-alta'

/** Somebody who holds every role that there is in another administration, and nothing else. */
export async function signInNeighbour({ system }: TestSystem, app: RunningApp): Promise<Visitor> {
  await addAdministration(system, 'test/installation/fixtures/small.yaml', system.clock())
  const { administration, centres, units } = await getBookRules(system, NEIGHBOUR, system.clock())
  const { administrationId } = administration
  const places = [
    { centreId: null, unitId: null },
    { centreId: centres[0]!.centreId, unitId: null },
    { centreId: null, unitId: units[0]!.unitId },
  ]
  const held = roles.filter((role) => role !== 'system_admin' && !isSealedRole(role))
  const grants = held
    .flatMap((role) => places.map((place) => ({ role, administrationId, ...place })))
    .filter(isWellPlaced)
  await buildPerson(system, 'vecina', grants)
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: 'vecina@muni.example', password })
  return visitor
}

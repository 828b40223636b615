import { getBookRules } from '../../src/administrations/index.ts'
import type { System } from '../../src/system.ts'
import type { Visitor } from '../support/visitor.ts'

/** One part of each kind, and a change of one that can be undone. */
export async function buildSampleOrganisation(system: System, admin: Visitor) {
  const { units, services, centres, officials } = await getBookRules(system, 'demo', system.clock())
  const [{ unitId }, { serviceId }, { centreId }, { officialId }] = [
    units[0]!,
    services[0]!,
    centres[0]!,
    officials[0]!,
  ]
  await admin.get(`/personal/demo/organizacion/servicios/${serviceId}`)
  await admin.submit({ cost: '50 pesos', requirements: 'Recibo' }, { form: 'servicios' })
  return { unitId, serviceId, centreId, officialId, termId: 'letters' }
}

import { findAccountByEmail } from '../../src/people/index.ts'
import { acceptCase } from '../../src/cases/index.ts'
import type { System } from '../../src/system.ts'
import { fileComplaint } from '../cases/follow/followed-case.ts'
import { asStaff, assignToUnit } from '../cases/staff-at-work.ts'
import type { Visitor } from '../support/visitor.ts'

/** Somebody with cases in hand, and one of them handed over. */
export async function buildSampleHandover(system: System, manager: Visitor) {
  const account = await findAccountByEmail(system.db, 'unidad2@demo.example')
  const personId = account!.accountId
  await inHand(system)
  await manager.get(`/personal/demo/relevos/${personId}?a=unit`)
  await manager.submit({ nota: 'Falta llamar al taller.' }, { form: 'entrega' })
  const handoverId = manager.page.path.split('/').at(-1) ?? ''
  await inHand(system)
  return { personId, handoverId }
}

async function inHand(system: System): Promise<void> {
  const { caseNumber } = await fileComplaint(system)
  await assignToUnit(system, caseNumber)
  await acceptCase(system, await asStaff(system, 'unidad2', caseNumber), system.clock())
}

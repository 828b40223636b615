import type { Visitor } from '../../support/visitor.ts'
import { follow } from '../follow/followed-case.ts'
import { caseOf, type DeskHouse, type Receipt } from '../working/desk-house.ts'

/** A complaint that turns out to be corruption, from the desk to the person's page. */

export const BRIBE = 'El inspector me pidió una mordida de 500 pesos para firmar.'
export const NOTE = 'Lo que cuenta no se resuelve con un trámite.'

export async function restrict(manager: Visitor, receipt: Receipt): Promise<void> {
  await manager.get(`${caseOf(receipt)}/restriccion`)
  await manager.submit({}, { form: 'paso' })
}

export async function offer(manager: Visitor, receipt: Receipt): Promise<void> {
  await manager.get(`${caseOf(receipt)}/otra-via`)
  await manager.submit({ reason: NOTE }, { form: 'paso' })
}

export async function note(manager: Visitor, receipt: Receipt): Promise<void> {
  await manager.get(`${caseOf(receipt)}/nota`)
  await manager.submit({ reason: NOTE }, { form: 'paso' })
}

export async function erase(house: DeskHouse, receipt: Receipt): Promise<Visitor> {
  const person = await follow(house.app, receipt)
  await person.get(`/seguimiento/${receipt.caseNumber}/retiro`)
  await person.submit({ erase: 'yes', reason: 'No quiero seguir.' })
  return person
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { returnDraft } from '../../../src/cases/actions/decide-answer.ts'
import { asStaff, assignToUnit, draftAnswer } from '../staff-at-work.ts'
import { openDeskHouse, type DeskHouse } from './desk-house.ts'

const UNIT_DESK = '/personal/demo/casos?vista=mine'

let house: DeskHouse
beforeAll(async () => {
  house = await openDeskHouse()
}, 60_000)
afterAll(() => house.close())

describe('A draft that came back', () => {
  it('stands out in the list of whoever wrote it, until it is sent again', async () => {
    const { system } = house.test
    const { caseNumber } = await house.file()
    await assignToUnit(system, caseNumber)
    const unit = await house.signedIn('unidad2')
    await draftAnswer(system, caseNumber)
    expect((await unit.get(UNIT_DESK)).text).not.toContain('Borrador devuelto')

    const manager = await asStaff(system, 'responsable', caseNumber)
    await returnDraft(system, manager, 'Diga cuándo.', system.clock())
    expect((await unit.get(UNIT_DESK)).text).toContain('Borrador devuelto')
    expect((await unit.get(`${UNIT_DESK}&lang=en`)).text).toContain('Draft returned')

    await draftAnswer(system, caseNumber)
    expect((await unit.get(`${UNIT_DESK}&lang=es`)).text).not.toContain('Borrador devuelto')
  })
})

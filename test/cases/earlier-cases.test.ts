import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { answerCase, assignToUnit } from './staff-at-work.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from './working/desk-house.ts'

const PERSON = 'De la misma persona'
const SERVICE = 'Del mismo servicio en esta oficina, hace poco'

/** So that it is not found for what it says. */
const OTHER_WORDS = { service: 'agua-drenaje', description: 'Desde ayer no sale agua.' }

let house: DeskHouse
beforeAll(async () => {
  house = await openDeskHouse()
})
afterAll(() => house.close())

const seenBy = async (name: string, receipt: Receipt) => {
  const visitor = await house.signedIn(name)
  return visitor.get(caseOf(receipt))
}

describe('Beside a case', () => {
  it('stand those of the same person, with what came of them', async () => {
    const before = await house.file({ ...OTHER_WORDS, answerBy: 'none' })
    await answerCase(house.test.system, before.caseNumber)
    house.test.clockAt('2026-03-03T16:00:00Z')
    const now = await house.file()
    const page = await seenBy('responsable', now)
    expect(page.text).toContain(PERSON)
    expect(page.text).toMatch(new RegExp(`${before.caseNumber}.*Resultado: Tiene razón`))
    expect((await seenBy('responsable', before)).text).not.toContain(now.caseNumber)
  })

  it('stand those of the same service, whoever told them', async () => {
    const before = await house.file({ service: 'multas', person: signed('Berta', 'berta') })
    const now = await house.file({ service: 'multas', person: signed('Carlos', 'carlos') })
    const page = await seenBy('responsable', now)
    expect(page.text).toContain(SERVICE)
    expect(page.text).toContain(before.caseNumber)
    expect(page.text).not.toContain(PERSON)
  })

  it('stands none that its reader may not open', async () => {
    const hidden = await house.file({ ...OTHER_WORDS, person: signed('Dora', 'dora') })
    const now = await house.file({ person: signed('Dora', 'dora') })
    await ofNoUnit(hidden.caseNumber)
    await assignToUnit(house.test.system, now.caseNumber)
    expect((await seenBy('responsable', now)).text).toContain(hidden.caseNumber)
    expect((await seenBy('unidad2', now)).text).not.toContain(hidden.caseNumber)
  })

  it('stands none of a person who is known to nobody any more', async () => {
    const before = await house.file({ ...OTHER_WORDS, person: signed('Elsa', 'elsa') })
    const now = await house.file({ service: 'actas', person: signed('Elsa', 'elsa') })
    await house.test.system.db
      .updateTable('case_people')
      .set({ erased_at: house.test.system.clock() })
      .execute()
    const page = await seenBy('responsable', now)
    expect(page.text).not.toContain(PERSON)
    expect(page.text).not.toContain(before.caseNumber)
  })
})

function signed(names: string, mailbox: string) {
  return { names, firstSurname: 'Robles', email: `${mailbox}@correo.example` }
}

async function ofNoUnit(caseNumber: string): Promise<void> {
  const cases = house.test.system.db.updateTable('cases').set({ unit_id: null })
  await cases.where('case_number', '=', caseNumber).execute()
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import type { Visitor } from '../../support/visitor.ts'
import { ANA, caseOf, openDeskHouse, type DeskHouse } from './desk-house.ts'

const PRAISE = 'Úrsula Ibáñez Ríos me ayudó con mucha paciencia. Soy Ana Robles.'

let house: DeskHouse
let manager: Visitor
beforeAll(async () => {
  house = await openDeskHouse()
  manager = await house.signedIn('responsable')
})
afterAll(() => house.close())

const praise = () => house.file({ kind: 'compliment', description: PRAISE })

async function officialId(name: string): Promise<string> {
  const { officials } = await getBookRules(house.test.system, 'demo', house.test.system.clock())
  return officials.find((official) => official.name === name)?.officialId ?? ''
}

describe('A compliment that names somebody', () => {
  it('is told to them in its words, to their heads, and the person is thanked', async () => {
    const receipt = await praise()
    await house.letters()
    await manager.get(`${caseOf(receipt)}/felicitacion`)
    await manager.submit(
      { officials: [await officialId('Úrsula Ibáñez Ríos')], message: 'Se lo contamos hoy.' },
      { form: 'paso' },
    )
    expect(manager.page.text).toContain('La felicitación llegó a quien corresponde')

    const letters = await house.letters()
    const to = (address: string) => letters.find((letter) => letter.to?.[0]?.address === address)
    expect(to('unidad2@demo.example')?.text).toContain('me ayudó con mucha paciencia')
    expect(to('unidad2@demo.example')?.text).not.toMatch(/Ana|Robles/)
    expect(to('jefatura@demo.example')?.subject).toContain('una felicitación para su centro')
    expect(to('jefaunidad@demo.example')?.subject).toContain('una felicitación')
    expect(to(ANA)?.subject).toContain('gracias')

    const status = await house.status(receipt)
    expect(status).toMatchObject({ state: 'notified' })
    expect(status.answer).toBeUndefined()
    await manager.get(caseOf(receipt))
    expect(manager.page.text).toContain('Se lo contamos hoy.')
  })

  it('is told to nobody whom the responsible did not tick, nor opened to them', async () => {
    const receipt = await praise()
    await house.letters()
    await manager.get(`${caseOf(receipt)}/felicitacion`)
    await manager.submit({ officials: [] }, { form: 'paso' })
    const told = (await house.letters()).map(({ to }) => to?.[0]?.address)
    expect(told).not.toContain('unidad2@demo.example')
    const praised = await house.signedIn('unidad2')
    expect((await praised.get(caseOf(receipt))).status).toBe(404)
  })

  it('whose thanks are too long is not passed on, and the words stay', async () => {
    const receipt = await praise()
    await house.letters()
    await manager.get(`${caseOf(receipt)}/felicitacion`)
    const message = 'Gracias. '.repeat(300)
    await manager.submit({ message }, { form: 'paso' })
    expect(manager.page).toMatchObject({ status: 422 })
    expect(manager.page.text).toContain('El texto es muy largo')
    expect(manager.page.html).toContain(message.trim())
    expect(await house.letters()).toEqual([])
  })

  it('is only for compliments', async () => {
    const receipt = await house.file()
    expect((await manager.get(`${caseOf(receipt)}/felicitacion`)).status).toBe(403)
  })
})

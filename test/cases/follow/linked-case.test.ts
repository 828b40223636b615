import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { findCase } from '../../../src/cases/case-store.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import type { Visitor } from '../../support/visitor.ts'
import { answerCase } from '../staff-at-work.ts'
import { fileComplaint, follow } from './followed-case.ts'

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
}, 60_000)
afterAll(() => demo.close())

/** The ordinary way of a filing, from its first page to the check. */
async function tellUntilCheck(visitor: Visitor): Promise<void> {
  await visitor.submit({ kind: 'complaint' })
  await visitor.submit({ description: 'Volvió a pasar lo mismo.' })
  await visitor.submit({ centre: 'centro', 'service-centro': 'predial' })
  await visitor.submit({ day: 'yesterday' })
  await visitor.submit({}, { button: 'next' })
  await visitor.submit({ answerBy: 'pickup' })
  await visitor.submit({ names: 'Ana', firstSurname: 'Robles' })
}

describe('Another case about the same thing', () => {
  it('is filed the ordinary way and linked to the first', async () => {
    const filed = await fileComplaint(demo.test.system)
    await answerCase(demo.test.system, filed.caseNumber)
    const visitor = await follow(demo.app, filed)
    const explained = await visitor.get(`/seguimiento/${filed.caseNumber}/otro`)
    expect(explained.heading).toBe('Presente otro caso sobre lo mismo')
    const first = await visitor.submit({}, { form: '/otro' })
    expect(first.path).toBe('/demo/nuevo')
    await tellUntilCheck(visitor)
    expect(visitor.page.text).toContain(`Este caso queda unido a su caso ${filed.caseNumber}.`)
    const receipt = await visitor.submit({}, { form: 'send' })

    const caseNumber = receipt.path.split('/')[2] ?? ''
    const { administrationId } = await getAdministrationBySlug(demo.test.system.db, 'demo')
    const earlier = await findCase(demo.test.system.db, {
      administrationId,
      caseNumber: filed.caseNumber,
    })
    const later = await findCase(demo.test.system.db, { administrationId, caseNumber })
    expect(later?.linkedCaseId).toBe(earlier?.caseId)
    expect(later?.caseId).not.toBe(earlier?.caseId)
  })

  it('begins only from a case that the person follows and that was answered', async () => {
    const open = await fileComplaint(demo.test.system)
    const visitor = await follow(demo.app, open)
    const path = `/seguimiento/${open.caseNumber}`
    expect((await visitor.get(`${path}/otro`)).path).toBe(path)
    const stranger = await fileComplaint(demo.test.system)
    const page = await visitor.get(`/seguimiento/${stranger.caseNumber}/otro`)
    expect(page.heading).toBe('Vea cómo va su caso')
  })
})

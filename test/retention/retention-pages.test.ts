import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { eraseByRule } from '../../src/retention/index.ts'
import { archiveCase } from '../../src/cases/index.ts'
import { fileSample } from '../analysis/indicators/file-sample.ts'
import { asStaff } from '../cases/staff-at-work.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'
import type { Visitor } from '../support/visitor.ts'
import { signIn } from '../surveys/campaigns.ts'

const ROOM = '/personal/demo/conservacion'
const TWO_YEARS_LATER = '2028-04-03T16:00:00Z'

let demo: DemoApp
let admin: Visitor
let caseNumber: string
beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  caseNumber = await fileSample(system)
  const request = await asStaff(system, 'responsable', caseNumber)
  await archiveCase(system, request, 'Lo vio otra oficina.', system.clock())
  demo.test.clockAt(TWO_YEARS_LATER)
  admin = await signIn(demo.app, 'admin')
})
afterAll(() => demo.close())

describe('How long things are kept', () => {
  it('is told with the rule that says so, and how much goes when', async () => {
    await admin.get(ROOM)
    expect(admin.page.text).toContain('Casos terminados, con todo su contenido: Queja 5 años')
    expect(await htmlProblems(admin.page.html)).toEqual([])
  })

  it('is not shortened over what goes by tomorrow before somebody wrote that it may', async () => {
    await admin.get(`${ROOM}/cases-complaint`)
    await admin.submit({ months: '12' })
    expect(admin.page.status).toBe(422)
    expect(admin.page.text).toContain('Con este plazo se borra 1 a más tardar mañana.')
    expect(await htmlProblems(admin.page.html)).toEqual([])
    await admin.submit({ confirm: 'sí' })
    expect(admin.page.status).toBe(422)
    await admin.submit({ confirm: 'borrar 1' })
    expect(admin.page.text).toContain('El plazo se guardó.')
  })

  it('counts from then on, but for what is held as proof', async () => {
    const { system } = demo.test
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(`/personal/demo/casos/${caseNumber}/conservacion`)
    await manager.submit({ reason: 'Juicio 12/2028' }, { form: 'paso' })
    await eraseByRule(system, system.clock())
    expect((await manager.get(`/personal/demo/casos/${caseNumber}`)).text).toContain('tres horas')
    await manager.get(`/personal/demo/casos/${caseNumber}/conservacion`)
    await manager.submit({ reason: 'Terminó el juicio' }, { form: 'paso' })
    await eraseByRule(system, system.clock())
    const { text } = await manager.get(`/personal/demo/casos/${caseNumber}`)
    expect(text).not.toContain('tres horas')
    await admin.get(ROOM)
    expect(admin.page.text).toContain('Plazo: 1 año.')
  })

  it('is set by nobody else', async () => {
    const manager = await signIn(demo.app, 'responsable')
    expect((await manager.get(ROOM)).status).toBe(200)
    expect((await manager.get(`${ROOM}/letters`)).status).toBe(403)
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import { planTask } from '../../../src/improvements/tasks/index.ts'
import { accountOf, signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { Visitor } from '../../support/visitor.ts'

const YEAR = '/personal/demo/anio'

let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  const { administration } = await getBookRules(system, 'demo', system.clock())
  const { administrationId } = administration
  await planTask(
    system,
    { administrationId, accountId: null, at: system.clock() },
    {
      ...{ administrationId, centreId: null, origin: 'gap', originId: 'x' },
      ...{
        ownerId: await accountOf(system, 'mejora'),
        what: 'Avisar a Juana',
        dueOn: '2026-04-10',
      },
    },
  )
})
afterAll(() => demo.close())

describe('The calendar of the year', () => {
  it('shows what falls due by month, and to each what is theirs', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(YEAR)
    expect(manager.page.text).toContain('abril de 2026')
    expect(manager.page.text).toContain('Avisar a Juana')
    expect(await htmlProblems(manager.page.html)).toEqual([])
    expect((await manager.get(`${YEAR}?de=mias`)).text).not.toContain('Avisar a Juana')
  })

  it('is read by a calendar program without any text or name, until the address is ended', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await owner.get(YEAR)
    await owner.submit({}, { form: 'suscripcion' })
    const address = /\/personal\/calendario\/[\w-]+\.ics/.exec(owner.page.text)![0]
    const program = new Visitor(demo.app)
    const answer = await program.request(address)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const text = await answer.text()
    expect(text).toContain('DTSTART;VALUE=DATE:20260410\r\n')
    expect(text).toContain('SUMMARY:Tarea\r\n')
    expect(text).not.toContain('Juana')
    await owner.get(YEAR)
    await owner.submit({}, { form: 'suscripcion/fin' })
    expect((await program.request(address)).status).toBe(404)
  })
})

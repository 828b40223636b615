import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { signIn } from '../surveys/campaigns.ts'

const ROOM = '/personal/demo/tamano'

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

const noted = {
  centre: '',
  level: 'local',
  size: 'large',
  inhabitants: '91500',
  validFrom: '2026-02-01',
  source: 'Censo 2026',
}

describe('How large an administration and its centres are', () => {
  it('comes with its file, and is noted anew by the responsible from a day on', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(ROOM)
    expect(manager.page.text).toMatch(/Municipio de Tres Jacarandas .* Mediano Local .* 84,000/)
    await manager.submit(noted, { form: 'stratum' })
    expect(manager.page.text).toContain('Quedó anotado.')
    expect(manager.page.text).toMatch(/Censo 2026 Grande Local o municipal 91,500/)
    expect(await htmlProblems(manager.page.html)).toEqual([])
  })

  it('is never without its source, and of a centre a size only', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(ROOM)
    await manager.submit({ ...noted, source: ' ' }, { form: 'stratum' })
    expect(manager.page.status).toBe(422)
    await manager.submit({ ...noted, centre: 'centro' }, { form: 'stratum' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('El nivel y los habitantes son de toda la administración.')
    await manager.submit({ ...noted, inhabitants: 'muchos' }, { form: 'stratum' })
    expect(manager.page.text).toContain('Escriba un número.')
  })

  it('is noted by nobody else', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get(ROOM)
    expect(head.page.text).not.toContain('Anotar un tamaño')
    expect((await (await signIn(demo.app, 'unidad')).get(ROOM)).status).toBe(403)
  })
})

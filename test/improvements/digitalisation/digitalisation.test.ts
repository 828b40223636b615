import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { accountOf, signIn } from '../../surveys/campaigns.ts'
import { getBookRules } from '../../../src/administrations/index.ts'
import { countOne } from '../../../src/attentions/index.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'

const HOME = '/personal/demo/digitalizacion'
let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

const rules = () => getBookRules(demo.test.system, 'demo', demo.test.system.clock())

describe('The digitalisation of services', () => {
  it('MD-01: stands beside how often each service is asked for, which nobody may have counted', async () => {
    const { administration, centres, services } = await rules()
    const { centreId = '', serviceIds = [] } = centres[0] ?? {}
    const serviceId = serviceIds[0] ?? ''
    const cell = { centreId, serviceId, day: '2026-03-02', channel: 'counter' } as const
    await countOne(demo.test.system, administration.administrationId, cell)
    const owner = await signIn(demo.app, 'mejora')
    const name = services.find((one) => one.serviceId === serviceId)?.name ?? ''
    expect((await owner.get(HOME)).text).toContain(`${name} 1 No se ha revisado`)
    expect(owner.page.text).toContain('Nadie las contó')
  })

  it('MD-02: has a level for each service, with the day and the proof', async () => {
    const owner = await signIn(demo.app, 'mejora')
    const { services } = await rules()
    const service = services.find(({ slug }) => slug === 'predial')?.serviceId ?? ''
    await owner.get(HOME)
    await owner.submit({ service, level: '2' }, { form: 'level' })
    expect(owner.page.text).toContain('Diga dónde se ve')
    await owner.submit({ evidence: 'Página de pagos' }, { form: 'level' })
    expect(owner.page.text).toContain('2, se baja el formato Página de pagos (2 mar 2026)')
    expect(await htmlProblems(owner.page.html)).toEqual([])
  })

  it('MD-03: is raised by actions that somebody owes by a day', async () => {
    demo.test.clockAt('2026-03-02T17:00:00Z')
    const owner = await signIn(demo.app, 'mejora')
    const { services } = await rules()
    const service = services.find(({ slug }) => slug === 'predial')?.serviceId ?? ''
    await owner.get(HOME)
    const asked = { service, level: '3', evidence: 'Prueba', action: 'Cobrar en línea' }
    await owner.submit(asked, { form: 'level' })
    expect(owner.page.text).toContain('Elija quién responde por la acción')
    const own = await accountOf(demo.test.system, 'mejora')
    await owner.submit({ owner: own, dueOn: '2026-06-01' }, { form: 'level' })
    expect(owner.page.text).toContain('Antes: 2, se baja el formato')
    expect(owner.page.text).toContain('Cobrar en línea (1 jun 2026, pendiente)')
  })

  it.each([
    ['MD-04', 'tickets', 'Turnos automáticos'],
    ['MD-04', 'screen', 'Pantalla con ventanilla y turno'],
    ['MD-05', 'kiosk', 'Kiosco o medio interactivo'],
    ['MD-06', 'appointments', 'Citas en línea o por teléfono'],
    ['MD-07', 'portal', 'Aplicación o portal de trámites'],
    ['MD-08', 'device', 'Tableta para encuestas, quejas y sugerencias'],
  ])('%s: is noted for each centre with its proof: %s', async (id, mean, name) => {
    const owner = await signIn(demo.app, 'mejora')
    const { centres } = await rules()
    await owner.get(HOME)
    const seen = { centreId: centres[0]?.centreId ?? '', mean, isThere: 'yes' }
    await owner.submit({ ...seen, seenProof: `Foto de ${mean}` }, { form: 'mean' })
    expect(owner.page.text).toContain(`${name}: Sí hay Foto de ${mean}`)
    expect(owner.page.html).toContain(`data-requirement="${id}"`)
  })
})

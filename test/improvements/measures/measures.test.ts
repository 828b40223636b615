import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import { drawPromises, tellMeasureProofs } from '../../../src/improvements/measures/index.ts'
import { listTasks } from '../../../src/improvements/tasks/index.ts'
import { translator } from '../../../src/platform/i18n/index.ts'
import { answerCase } from '../../cases/staff-at-work.ts'
import { fileComplaint } from '../../cases/follow/followed-case.ts'
import { accountOf, signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { photoOf } from '../evidence/send-photo.ts'

const MEASURES = '/personal/demo/medidas'
const INSPECTIONS = '/personal/demo/inspecciones'

let demo: DemoApp
let administrationId: string

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  administrationId = (await getBookRules(system, 'demo', system.clock())).administration
    .administrationId
})
afterAll(() => demo.close())

describe('Q32: What an answer promised', () => {
  it('becomes a task of the head of the unit, once, and stands beside its case', async () => {
    const { system } = demo.test
    const { caseNumber } = await fileComplaint(system)
    await answerCase(system, caseNumber)
    expect(await drawPromises(system, system.clock())).toBe(1)
    expect(await drawPromises(system, system.clock())).toBe(0)
    const [task] = await listTasks(system.db, administrationId, { origin: 'measure' })
    expect(task).toMatchObject({ dueOn: '2026-04-01', state: 'open' })
    expect(task!.what).toContain(caseNumber)
    const manager = await signIn(demo.app, 'responsable')
    expect((await manager.get(`/personal/demo/casos/${caseNumber}`)).text).toContain(
      'Lo que la respuesta prometió corregir.',
    )
    await manager.get(MEASURES)
    expect(manager.page.text).toContain('Este año se cumplieron 0 de 1 medidas prometidas.')
    expect(await htmlProblems(manager.page.html)).toEqual([])
  })
})

describe('The corrective action plan of a centre', () => {
  it('PA-03: walks through every area each month, and PA-01, PA-02: mends what was found', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get(INSPECTIONS)
    await head.submit({ names: 'Sala de espera\nArchivo' })
    await head.submit({
      firstOn: '2026-03-02',
      inspectorId: await accountOf(demo.test.system, 'jefatura'),
    })
    expect(head.page.text).not.toContain('Meses sin inspección planeada')
    expect(await htmlProblems(head.page.html)).toEqual([])
    await head.click('2 mar')
    await head.submit({}, { form: '/inspecciones/' })
    expect(head.page.text).toContain('Diga cómo está cada punto.')
    const form = head.page.forms.find(({ action }) => action.includes('/inspecciones/'))
    const names = [...form!.names].filter((name) => /^(?!note-).*-.{36}$/.test(name))
    expect(names).toHaveLength(12)
    const results = Object.fromEntries(names.map((name) => [name, 'good']))
    const [bad] = names
    await head.submit({ ...results, [bad!]: 'bad' })
    expect(head.page.text).toContain('Diga qué vio de malo.')
    await head.submit({ ...results, [bad!]: 'bad', [`note-${bad!}`]: 'Cable suelto' })
    expect(head.page.text).toContain('11 de 12 puntos bien')

    await head.click('Pasar al plan de acción')
    await head.submit({ cause: '', action: 'Fijar el cable' })
    expect(head.page.text).toContain('Diga la causa.')
    await head.submit({ cause: 'Obra sin terminar', action: 'Fijar el cable', dueOn: '2026-03-09' })
    expect(head.page.text).toContain('Obra sin terminar')
    expect(head.page.text).toContain('Cable suelto')

    await head.click('Fijar el cable')
    await head.submit({ file: await photoOf({ takenOn: '2026-02-20' }), caption: 'Suelto' })
    const after = await photoOf({ takenOn: '2026-03-01', shade: '#aaaaaa' })
    await head.submit({ file: after, caption: 'Fijo', isPublic: 'yes' })
    await head.submit({ pairSpot: 'Pared del archivo' })
    await head.get(MEASURES)
    expect(head.page.text).toContain('Pared del archivo')
    expect(await htmlProblems(head.page.html)).toEqual([])
    const photo = head.page.links.find(({ href }) => href.includes('/evidencias/'))
    expect((await head.request(photo!.href)).headers.get('content-type')).toBe('image/jpeg')
    const outside = await signIn(demo.app, 'responsable')
    expect((await outside.request(photo!.href)).status).toBe(200)
    expect((await head.request(`${INSPECTIONS}/informe.pdf`)).status).toBe(200)
  })

  it('is told to whoever evaluates, without anybody who did it', async () => {
    const { system } = demo.test
    const book = await getBookRules(system, 'demo', system.clock())
    const { centreId } = book.centres.find(({ slug }) => slug === 'centro')!
    const proofs = await tellMeasureProofs(system)(system.db, {
      ...{ administrationId, centreId, slug: 'demo', year: 2026, today: '2026-03-02' },
      ...{ lang: 'es', t: translator('es') },
    })
    expect(proofs.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'measures.plan proved',
      'measures.photos proved',
      'inspections.programme proved',
      'inspections.reports proved',
    ])
    expect(proofs.flatMap(({ papers }) => papers)).toHaveLength(3)
  })
})

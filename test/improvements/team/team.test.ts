import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import { listTasks } from '../../../src/improvements/tasks/index.ts'
import { tellTeamProofs } from '../../../src/improvements/team/index.ts'
import { translator } from '../../../src/platform/i18n/index.ts'
import { accountOf, signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'

const TEAM = '/personal/demo/equipo'

let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

describe('The improvement team of a centre', () => {
  it('EM-01, EM-02: has a charter that everybody named accepts on screen', async () => {
    const head = await signIn(demo.app, 'jefatura')
    const late = await signIn(demo.app, 'jefatura')
    await head.get(TEAM)
    expect(head.page.text).toContain('Jefa de la Oficina Centro')
    await late.get(TEAM)
    const clerk = await accountOf(demo.test.system, 'ventanilla')
    await head.submit({ [`duties-${clerk}`]: '' }, { form: 'equipo?' })
    expect(head.page.text).toContain('Diga qué le toca a Valentín Orozco Tapia.')
    await head.submit({ [`duties-${clerk}`]: 'Atender y anotar' }, { form: 'equipo?' })
    expect(head.page.text).toContain('Acta, versión 1')
    expect(head.page.text).toContain('Atender y anotar')
    expect(await htmlProblems(head.page.html)).toEqual([])
    await late.submit({ [`duties-${clerk}`]: 'Mi otro texto' }, { form: 'equipo?' })
    expect(late.page.status).toBe(422)
    expect(late.page.text).toContain('Atender y anotar')
    expect(late.page.html).toContain('Mi otro texto')

    await head.submit({}, { form: 'firma' })
    const window = await signIn(demo.app, 'ventanilla')
    await window.get(TEAM)
    await window.submit({}, { form: 'firma' })
    expect(window.page.text).toContain('Aceptó el 2 mar')
    expect((await window.request(`${TEAM}/acta.pdf`)).headers.get('content-type')).toContain('pdf')
    expect((await window.post(TEAM)).status).toBe(403)
  })

  it('EM-03: meets, notes who came, and follows what was agreed until it is done', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get(`${TEAM}/reuniones`)
    await head.submit({ firstOn: '2026-03-02', meets: 'monthly' })
    await head.click('2 de marzo')
    await head.submit({ minutes: 'Se vio el avance.', 'what-1': 'Cambiar focos' })
    expect(head.page.text).toContain('Diga para cuándo es el acuerdo.')
    const clerk = await accountOf(demo.test.system, 'ventanilla')
    const agreement = { 'what-1': 'Cambiar focos', 'owner-1': clerk, 'due-1': '2026-03-20' }
    await head.submit({ minutes: 'Se vio el avance.', came: [clerk], ...agreement })
    expect(head.page.text).toContain('Asistieron: Valentín Orozco Tapia')
    expect(head.page.text).toContain('Cambiar focos')
    expect(await htmlProblems(head.page.html)).toEqual([])
    const { system } = demo.test
    const { administration } = await getBookRules(system, 'demo', system.clock())
    const { administrationId } = administration
    const tasks = await listTasks(system.db, administrationId, { origin: 'meeting' })
    expect(tasks).toMatchObject([{ what: 'Cambiar focos', ownerId: clerk, dueOn: '2026-03-20' }])
    expect((await head.request(`${head.page.path}/minuta.pdf`)).status).toBe(200)
    await head.get(`${TEAM}/reuniones`)
    await head.click('30 de marzo')
    expect(head.page.text).toContain('Acuerdos de reuniones anteriores')
    expect(await htmlProblems(head.page.html)).toEqual([])
  })

  it('is told to whoever evaluates by posts, without names', async () => {
    const { system } = demo.test
    const book = await getBookRules(system, 'demo', system.clock())
    const { centreId } = book.centres.find(({ slug }) => slug === 'centro')!
    const proofs = await tellTeamProofs(system)(system.db, {
      ...{ administrationId: book.administration.administrationId, centreId, slug: 'demo' },
      ...{ year: 2026, today: '2026-03-02', lang: 'es', t: translator('es') },
    })
    expect(proofs.map(({ key }) => key)).toEqual(['team.charter', 'team.roles', 'team.meetings'])
    expect(JSON.stringify(proofs)).not.toContain('Valentín')
  })
})

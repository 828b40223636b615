import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { registerCaseNotices } from '../../../src/cases/index.ts'
import { registerImprovementJobs, tellActions } from '../../../src/improvements/index.ts'
import { deliverNotices } from '../../../src/notices/index.ts'
import { translator } from '../../../src/platform/i18n/index.ts'
import { signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { startMailbox, type Mailbox } from '../../support/mailbox.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { Visitor } from '../../support/visitor.ts'
import { makeProject, type MadeProject } from './verified-project.ts'

let demo: DemoApp
let mailbox: Mailbox
let project: MadeProject

beforeAll(async () => {
  mailbox = await startMailbox()
  demo = await openDemoApp({ env: { SMTP_URL: mailbox.url } })
  registerCaseNotices()
  registerImprovementJobs(demo.test.system)
  project = await makeProject(demo.test.system, 'verified')
})
afterAll(async () => {
  await demo.close()
  await mailbox.close()
})

const letterAbout = (words: string) =>
  mailbox.letters.find(({ subject }) => subject?.includes(words))

describe('What changed', () => {
  it('NC-10: is told to whoever agreed to hear, in their language, and to everybody', async () => {
    const owner = await signIn(demo.app, 'mejora')
    const front = await new Visitor(demo.app).get('/demo')
    expect(front.links.map(({ href }) => href)).not.toContain('/demo/mejoras')
    await owner.get(`/personal/demo/proyectos/${project.projectId}/contar`)
    expect(owner.page.text).toContain('Se escribirá a 1 persona que aceptó saber qué cambió')
    expect(await htmlProblems(owner.page.html)).toEqual([])
    await owner.submit({ did_es: '' })
    expect(owner.page.text).toContain('Escriba qué se hizo')
    await owner.submit({ did_es: 'Pusimos turnos.', did_en: 'We put up numbered turns.' })
    expect(owner.page.text).toContain('Se escribió a 1 persona')
    await deliverNotices(demo.test.system)
    const letter = letterAbout('Something changed')!
    expect(letter.text).toContain(project.caseNumber)
    expect(letter.text).toContain('We put up numbered turns.')
    expect(letter.text).toContain(`/demo/mejoras/${project.number}`)
  })

  it('stands on a page of its own, and what people answer comes back to the project', async () => {
    const anybody = new Visitor(demo.app)
    await anybody.get('/demo')
    await anybody.click('Lo que cambió con lo que la gente dijo')
    expect(anybody.page.path).toBe('/demo/mejoras')
    await anybody.click('Poner turnos numerados')
    expect(anybody.page.text).toContain('Usted dijo: La gente espera de pie y sin orden')
    expect(anybody.page.text).not.toContain(project.caseNumber)
    expect(await htmlProblems(anybody.page.html)).toEqual([])
    await anybody.submit({ text: 'Ya no hay fila.' })
    expect(anybody.page.text).toContain('Elija si notó el cambio')
    await anybody.submit({ noticed: 'yes' })
    expect(anybody.page.text).toContain('Gracias. Su respuesta quedó con este cambio')
    expect([...anybody.cookies.keys()]).toEqual([])
    const owner = await signIn(demo.app, 'mejora')
    await owner.get(`/personal/demo/proyectos/${project.projectId}/contar`)
    expect(owner.page.text).toContain('Ya no hay fila.')
    expect((await anybody.get('/demo/mejoras/99')).status).toBe(404)
  })

  it('stands in the report of its period: inside with its state, in public as it was told', async () => {
    const { system } = demo.test
    const { administrationId } = project
    const unseen = await makeProject(system, 'in_progress')
    const speech = { t: translator('es'), lang: 'es' }
    const asked = { administrationId, period: { from: '2026-03-01', until: '2026-03-31' }, speech }
    const inside = await tellActions(system.db, { ...asked, edition: 'inside' })
    expect(inside.map(({ text }) => text)).toEqual(['En marcha.', 'Verificado. Pusimos turnos.'])
    const told = await tellActions(system.db, { ...asked, edition: 'public' })
    expect(told).toEqual([{ title: 'Poner turnos numerados', text: 'Pusimos turnos.' }])
    const earlier = { ...asked, period: { from: '2026-01-01', until: '2026-01-31' } }
    expect(await tellActions(system.db, { ...earlier, edition: 'inside' })).toEqual([])
    expect(unseen.number).toBeGreaterThan(project.number)
  })

  it('hangs on the wall as a poster', async () => {
    const owner = await signIn(demo.app, 'mejora')
    const poster = `/personal/demo/proyectos/${project.projectId}/cartel.pdf`
    const answer = await owner.request(poster)
    const { text } = readPdf(Buffer.from(await answer.arrayBuffer()))
    expect(text).toContain('Pusimos turnos.')
    expect(text).toContain('/demo/mejoras/')
  })

  it('is told to nobody before somebody verified it', async () => {
    const finished = await makeProject(demo.test.system, 'finished')
    const owner = await signIn(demo.app, 'mejora')
    const page = `/personal/demo/proyectos/${finished.projectId}/contar`
    expect((await owner.get(page)).status).toBe(404)
    expect((await owner.get(`/demo/mejoras/${finished.number}`)).status).toBe(404)
  })

  it('reaches no sealed report: whoever is told filed a case, and those file none', async () => {
    const { system } = demo.test
    const cases = system.db
      .selectFrom('cases')
      .select('case_id')
      .where('kind', '=', 'corruption_report')
    expect(await cases.execute()).toEqual([])
    const notices = system.db.selectFrom('notices').select(['case_id', 'recipient'])
    const told = await notices.where('template', '=', 'improvement_told').execute()
    expect(told.map(({ recipient }) => recipient)).toEqual(['person'])
    expect(told[0]?.case_id).not.toBeNull()
  })
})

describe('People behind a project', () => {
  it('are asked before it is decided by a link of their own, and their words stay with it', async () => {
    const draft = await makeProject(demo.test.system, 'draft')
    const home = `/personal/demo/proyectos/${draft.projectId}`
    const owner = await signIn(demo.app, 'mejora')
    await owner.get(home)
    await owner.submit({}, { form: '/preguntar' })
    expect(owner.page.text).toContain('Se preguntó a una persona. Nadie ha respondido.')
    await deliverNotices(demo.test.system)
    const [address] = /\/demo\/opinar\/[\w-]+/.exec(letterAbout('Your view')?.text ?? '') ?? []
    const person = new Visitor(demo.app)
    await person.get(address!)
    expect(person.page.text).toContain('Poner turnos numerados')
    expect(person.page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await htmlProblems(person.page.html)).toEqual([])
    await person.submit({ text: 'Pongan también sillas.' })
    expect(person.page.text).toContain('Gracias. Su opinión quedó con el proyecto')
    expect((await person.get(`${address!.slice(0, -1)}_`)).status).toBe(404)
    expect((await owner.get(home)).text).toContain('Pongan también sillas.')
    demo.test.clockAt('2026-04-01T16:00:00Z')
    expect((await person.get(address!)).text).toContain('Ya no se reciben opiniones')
  })
})

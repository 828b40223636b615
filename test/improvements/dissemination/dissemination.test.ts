import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import { tellDisseminationProofs } from '../../../src/improvements/dissemination/index.ts'
import { translator } from '../../../src/platform/i18n/index.ts'
import { signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'

const LIST = '/personal/demo/difusion'

let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

describe('Dissemination', () => {
  it('AC-01, AC-02, AC-03, NC-11, AB-08, PM-07, BP-09: has a place before anything was told', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get(LIST)
    const ids = [...head.page.html.matchAll(/data-requirement="([A-Z]{2}-\d\d)"/g)]
    expect(ids.map(([, id]) => id).sort()).toEqual([
      ...['AB-08', 'AC-01', 'AC-02', 'AC-03', 'BP-09', 'NC-11', 'PM-07'],
    ])
    expect(await htmlProblems(head.page.html)).toEqual([])
  })

  it('AC-01, EM-04: tells the staff of a centre, who confirm it with the right answers', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get(`${LIST}/nueva`)
    const told = { subject: 'ethics', title: 'Código de ética', how: 'En reunión' }
    await head.submit({ ...told, link: 'javascript:alert(1)' })
    expect(head.page.text).toContain('La dirección debe empezar con https://')
    await head.submit({ ...told, link: '', body: 'Servir bien.', 'question-1': '¿Cómo?' })
    expect(head.page.text).toContain('Escriba al menos dos respuestas')
    const quiz = {
      'question-1': '¿Cómo?',
      'answer-1-1': 'Mal',
      'answer-1-2': 'Bien',
      'right-1': '2',
    }
    await head.submit({ ...told, body: 'Servir bien.', ...quiz })
    expect(head.page.text).toContain('Lo leyeron 0 de')
    expect(head.page.text).toContain('Valentín Orozco Tapia')
    expect(await htmlProblems(head.page.html)).toEqual([])
    const address = head.page.path

    const window = await signIn(demo.app, 'ventanilla')
    await window.get('/personal/demo/para-leer')
    expect(await htmlProblems(window.page.html)).toEqual([])
    await window.click('Código de ética')
    await window.submit({ 'answer-0': '0' })
    expect(window.page.text).toContain('Alguna respuesta no es correcta.')
    await window.submit({ 'answer-0': '1' })
    expect(window.page.text).toContain('Usted confirmó que lo leyó')
    expect(await htmlProblems(window.page.html)).toEqual([])
    await head.get(address)
    expect(head.page.text).toContain('Lo leyeron 1 de')
    await head.submit({ people: '3' })
    expect(head.page.text).toContain('Firmaron la lista en papel: 3')
    const outside = await signIn(demo.app, 'unidad')
    expect((await outside.get('/personal/demo/para-leer')).text).not.toContain('Código de ética')
  })

  it('is told to whoever evaluates, without the names of those who read', async () => {
    const { system } = demo.test
    const book = await getBookRules(system, 'demo', system.clock())
    const { centreId } = book.centres.find(({ slug }) => slug === 'centro')!
    const proofs = await tellDisseminationProofs(system)(system.db, {
      ...{ administrationId: book.administration.administrationId, centreId, slug: 'demo' },
      ...{ year: 2026, today: '2026-03-02', lang: 'es', t: translator('es') },
    })
    expect(proofs).toMatchObject([{ key: 'dissemination.ethics', state: 'begun' }])
    expect(JSON.stringify(proofs)).not.toContain('Valentín')
  })
})

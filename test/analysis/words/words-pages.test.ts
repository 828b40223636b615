import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { registerWordJobs } from '../../../src/analysis/index.ts'
import { listAuditLines } from '../../../src/audit/index.ts'
import { signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import type { Visitor } from '../../support/visitor.ts'
import { deedsOf, fileTold } from './coded-corpus.ts'

const HOME = '/personal/demo/palabras'

let demo: DemoApp
let analyst: Visitor
let manager: Visitor
let corpus: string

beforeAll(async () => {
  demo = await openDemoApp()
  await fileTold(demo.test.system)
  registerWordJobs(demo.test.system)
  analyst = await signIn(demo.app, 'analisis')
  manager = await signIn(demo.app, 'responsable')
})
afterAll(() => demo.close())

/** Chooses by its label in the form of the page, as somebody without JavaScript does. */
function valueOf(visitor: Visitor, name: string): string {
  const label = new RegExp(`value="([\\da-f-]+)"(?:(?!</label>)[\\s\\S])*?${name}`)
  const [, id = ''] =
    label.exec(visitor.page.html.replace(/^[\s\S]*?words-coding__codes/, '')) ?? []
  return id
}

describe('The workbench of words, without JavaScript', () => {
  it('is for those who analyse, and others read it or find it closed', async () => {
    expect((await analyst.get(HOME)).text).toContain('Empezar un marco')
    const owner = await signIn(demo.app, 'mejora')
    expect((await owner.get(HOME)).status).toBe(200)
    expect(owner.page.forms.some(({ names }) => names.has('name'))).toBe(false)
    expect((await owner.get(`${HOME}/nuevo`)).status).toBe(403)
    expect((await (await signIn(demo.app, 'unidad')).get(HOME)).status).toBe(403)
  })

  it('begins a frame, asks a question and shows its texts masked', async () => {
    await analyst.get(HOME)
    await analyst.submit({ name: 'Ventanillas 2026' })
    expect(analyst.page.text).toContain('El marco quedó empezado')
    expect(analyst.page.text).toContain('Trato')
    await analyst.get(`${HOME}/nuevo`)
    await analyst.submit({ question: '', periodUntil: '2026-02-01' })
    expect(analyst.page.text).toContain('Escriba la pregunta')
    await analyst.submit({ question: '¿Qué molesta?', sampling: 'all' })
    expect(analyst.page.text).toContain('El periodo no puede terminar antes de empezar')
    await analyst.submit({ periodUntil: '2026-03-31' })
    expect(analyst.page.text).toContain('Se están reuniendo los textos')
    corpus = analyst.page.path
    await demo.test.system.jobs.drain()
    await analyst.get(corpus)
    expect(analyst.page.text).toContain('5, todos los que hay')
    expect(analyst.page.text).toContain('0 de 10 ideas')
    await analyst.click('Textos')
    expect(analyst.page.text).toContain('Me llamo [nombre] y el baño')
    expect(analyst.page.text).not.toContain('Hilario')
  })

  it('shows the original to whoever may see the case, who is noted, and to nobody else', async () => {
    const texts = `${corpus}/textos`
    await analyst.get(texts)
    const bath = /<p[^>]*words-texts__text[^>]*>[^<]*baño[\s\S]*?href="([^"]+)"/.exec(
      analyst.page.html,
    )?.[1]
    await analyst.get(bath!)
    await analyst.click('Ver el original')
    expect(analyst.page.text).not.toContain('Hilario')
    await manager.get(bath!)
    await manager.click('Ver el original')
    expect(manager.page.text).toContain('Hilario Cárdenas')
    const { administrationId, manager: deed } = await deedsOf(demo.test.system)
    const lines = await listAuditLines(demo.test.system.db, { administrationId }, 3)
    expect(lines[0]).toMatchObject({ action: 'looked_at_case', accountId: deed.accountId })
    await manager.submit({}, { form: 'mostrar' })
    expect(manager.page.text).toContain('Las palabras se ven de nuevo')
    expect(manager.page.text).toContain('Me llamo Hilario Cárdenas')

    // the analyst still has the page from before
    await analyst.submit({ words: 'el lunes', kind: 'other' })
    expect(analyst.page.status).toBe(409)
    expect(analyst.page.text).toContain('Otra persona cambió el texto mientras tanto')
    await analyst.submit({ words: 'Hilario Cárdenas', kind: 'name' })
    expect(analyst.page.text).toContain('El dato quedó tapado')
    expect(analyst.page.text).toContain('Me llamo [nombre] y el baño')
    await analyst.submit({ words: 'no está', kind: 'name' })
    expect(analyst.page.text).toContain('Esas palabras no están en el texto')
    await analyst.submit({ lines: 'Otra cosa' })
    expect(analyst.page.text).toContain('Las palabras no son las del texto')
    expect(await htmlProblems(analyst.page.html)).toEqual([])
    await analyst.get(bath!)
    await analyst.submit({
      lines: 'Me llamo [nombre]\ny el baño no tiene agua desde el lunes.\nNadie limpia el pasillo.',
    })
    expect(analyst.page.text).toContain('3 ideas')
  })

  it('takes codes by a form, and says what is missing', async () => {
    await analyst.get(`${corpus}/codificar`)
    await analyst.submit({ severity: '2' })
    expect(analyst.page.status).toBe(422)
    expect(analyst.page.text).toContain('Elija un código')
    expect(await htmlProblems(analyst.page.html)).toEqual([])
    for (const visitor of [analyst, manager]) {
      await visitor.get(`${corpus}/codificar`)
      await visitor.submit({ codeId: valueOf(visitor, 'Información'), severity: '2' })
      expect(visitor.page.text).toContain('1 de 11 ideas')
    }
    expect(manager.page.text).not.toContain('Se parece por: ')
    await analyst.submit({ codeId: valueOf(analyst, 'Tiempo'), severity: '3', stage: 'waiting' })
    // until the second reader has coded it too, what the first one said is nowhere to be seen
    const coding = manager.page
    for (const room of ['/acuerdo', '/tablero', '/hallazgos', '/hallazgos/citas']) {
      await manager.get(`${corpus}${room}`)
      expect(manager.page.path).toBe(corpus)
    }
    expect(manager.page.text).toContain('Otra persona ya leyó ideas que a usted le faltan.')
    expect(manager.page.text).toMatch(/Información 1 .*Tiempo 0/)
    expect(await htmlProblems(manager.page.html)).toEqual([])
    await analyst.get(corpus)
    expect(analyst.page.text).toMatch(/Información 1 .*Tiempo 1/)
    await manager.get(coding.path)
    await manager.submit({ codeId: valueOf(manager, 'Trato'), severity: '4' })

    await analyst.get(`${corpus}/acuerdo`)
    expect(analyst.page.text).toContain('leen distinto: kappa 0')
    await analyst.submit({ reason: '' }, { form: '/acuerdo/' })
    expect(analyst.page.text).toContain('Escriba por qué')
    expect(await htmlProblems(analyst.page.html)).toEqual([])
    await analyst.submit({ reason: 'Habla de la espera' }, { form: '/acuerdo/' })
    expect(analyst.page.text).toContain('La decisión quedó anotada')
    expect(analyst.page.text).toContain('Decidido')
  })

  it('logs what changes in the frame and offers to look again', async () => {
    await analyst.get(corpus)
    await analyst.click('Ventanillas 2026')
    const frame = analyst.page.path
    const time = /<option value="([\da-f-]+)"[^>]*>Tiempo</.exec(analyst.page.html)?.[1]
    await analyst.submit({ parentId: time!, name: '', definition: '' }, { form: 'new-code' })
    expect(analyst.page.text).toContain('Escriba el nombre')
    const said = { name: 'Filas largas', definition: 'Se espera de pie.' }
    await analyst.submit(said, { form: 'new-code' })
    expect(analyst.page.text).toContain('Versión 2: se añadió «Filas largas»')
    expect(await htmlProblems(analyst.page.html)).toEqual([])
    await analyst.get(corpus)
    expect(analyst.page.text).toContain('El marco cambió después de que usted le puso código')
    await analyst.click('Revisarlas')
    await analyst.submit({ codeId: valueOf(analyst, 'Filas largas') }, { form: 'coding' })
    await analyst.get(corpus)
    expect(analyst.page.text).not.toContain('El marco cambió')
    expect(frame).toContain('/marcos/')
  })

  it.each(['es', 'en'])('has sound pages in %s', async (language) => {
    const visitor = await signIn(demo.app, 'analisis', language)
    const pages = ['', '/nuevo'].map((path) => HOME + path)
    const own = ['', '/textos', '/codificar', '/acuerdo'].map((path) => corpus + path)
    for (const path of [...pages, ...own]) {
      await visitor.get(path)
      expect([path, visitor.page.status]).toEqual([path, 200])
      expect(await htmlProblems(visitor.page.html)).toEqual([])
    }
    expect((await visitor.get(`${HOME}/otra`)).status).toBe(404)
  })
})

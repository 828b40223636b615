import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { verifyBook } from '../../src/cases/index.ts'
import { batchReader, registerImportJobs } from '../../src/imports/index.ts'
import { signIn } from '../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'
import type { Visitor } from '../support/visitor.ts'

const BOOKS = '/personal/demo/libros-anteriores'
const TABLE = [
  'Hoja;Fecha;Plataforma;Canal;Relato',
  'H-1;1/2/2014;LR-0077;WEB;Esperé tres horas en la fila',
  'H-2;3/4/2014;;10;<b>Nadie</b> contestó el teléfono',
  ';5/6/2014;;10;sin número',
].join('\n')

let demo: DemoApp
let responsible: Visitor
beforeAll(async () => {
  demo = await openDemoApp()
  registerImportJobs(demo.test.system)
  responsible = await signIn(demo.app, 'responsable')
})
afterAll(() => demo.close())

describe('The page of older books', () => {
  it('refuses what is no table, and says why', async () => {
    await responsible.get(BOOKS)
    expect(await htmlProblems(responsible.page.html)).toEqual([])
    const page = await responsible.submit({ file: new File([''], 'vacio.csv') })
    expect(page.status).toBe(422)
    expect(page.text).toContain('El archivo está vacío')
  })

  it('asks which of day and month comes first where the dates do not tell', async () => {
    await responsible.get(BOOKS)
    await responsible.submit({ file: new File([TABLE], 'viejo.csv') })
    expect(responsible.page.text).toContain('Esperé tres horas')
    expect(await htmlProblems(responsible.page.html)).toEqual([])
    const uses = {
      uso_0: 'number',
      uso_1: 'receivedAt',
      uso_2: 'officialNumber',
      uso_3: 'channel',
      uso_4: 'text',
    }
    const page = await responsible.submit({ ...uses, source: 'hojas-2014', kind: 'complaint' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Ningún día pasa de 12')
    expect(page.text).toContain('«10» significa')
    expect(page.text).toContain('Canal, «10»: Elija una opción')
    expect(await htmlProblems(page.html)).toEqual([])
  })

  it('checks the whole file first, gives what was said back to be changed, stores it, and shows each case with its row as it stood', async () => {
    const file = await responsible.submit({
      formato_1: 'd/M/yyyy',
      valor_3_0: 'web',
      valor_3_1: 'phone',
    })
    await demo.test.system.jobs.drain()
    await responsible.get(file.path)
    expect(responsible.page.text).toContain('Se tomarían: 2')
    expect(responsible.page.text).toContain('No tiene número: 1')
    expect(await (await responsible.request(`${file.path}/filas`)).text()).toContain('5/6/2014')
    await responsible.get(`${file.path}?mapa=1`)
    expect(await htmlProblems(responsible.page.html)).toEqual([])
    await responsible.submit({}, { form: file.path })
    await demo.test.system.jobs.drain()
    await responsible.get(file.path)
    expect(responsible.page.text).toContain('Se tomarían: 2')
    await responsible.submit({}, { form: '/carga' })
    await demo.test.system.jobs.drain()
    await responsible.get(file.path)
    expect(responsible.page.text).toContain('Tomadas: 2')

    await responsible.get(`${BOOKS}?q=LR-0077`)
    expect(responsible.page.text).toContain('DEMO-L-2014-000001')
    expect(responsible.page.text).not.toContain('DEMO-L-2014-000002')
    await responsible.get(`${BOOKS}?q=telefono`)
    expect(await htmlProblems(responsible.page.html)).toEqual([])
    await responsible.click('DEMO-L-2014-000002')
    expect(responsible.page.text).toContain('<b>Nadie</b> contestó')
    expect(responsible.page.text).toContain('Fila 3 del archivo viejo.csv')
    expect(await htmlProblems(responsible.page.html)).toEqual([])
  })

  it('are found from the desk too, by their official number and by their words', async () => {
    const desk = '/personal/demo/casos?vista=all&buscar='
    await responsible.get(`${desk}LR-0077`)
    expect(responsible.page.text).toContain('También en libros anteriores')
    expect(responsible.page.text).toMatch(/LR-0077 · \d+ de [a-z]+ de 2014/)
    expect(responsible.page.text).not.toContain('DEMO-L-2014-000002')
    expect(await htmlProblems(responsible.page.html)).toEqual([])
    await responsible.click('DEMO-L-2014-000001')
    expect(responsible.page.text).toContain('Esperé tres horas')
    expect((await responsible.get(`${desk}telefono`)).text).toContain('DEMO-L-2014-000002')
    const clerk = await signIn(demo.app, 'ventanilla')
    expect((await clerk.get(`${desk}LR-0077`)).text).not.toContain('DEMO-L-2014-000001')
  })

  it('lets the responsible erase what somebody told, and says so to whoever reads the book', async () => {
    await responsible.get(`${BOOKS}/casos/DEMO-L-2014-000002`)
    await responsible.click('Borrar el texto y la fila')
    expect(await htmlProblems(responsible.page.html)).toEqual([])
    expect((await responsible.submit({}, { form: '/borrado' })).status).toBe(422)
    await responsible.submit({ reason: 'asked' })
    expect(responsible.page.text).toContain('El texto y la fila se borraron')
    expect(responsible.page.text).not.toContain('contestó')
    expect(responsible.page.text).toContain('H-2')
    expect((await responsible.get(`${BOOKS}?q=telefono`)).text).not.toContain('DEMO-L-2014-000002')
    const { db } = demo.test.system
    const { administrationId } = await getAdministrationBySlug(db, 'demo')
    const readers = { legacy_batch: batchReader(db, administrationId) }
    const { faults } = await verifyBook(db, administrationId, undefined, readers)
    expect(faults).toEqual([])
    const auditor = await signIn(demo.app, 'auditoria')
    expect((await auditor.get(`${BOOKS}/casos/DEMO-L-2014-000001/borrado`)).status).toBe(403)
  })

  it('is not for everybody: who configures brings a book in and reads no case of it', async () => {
    const admin = await signIn(demo.app, 'admin')
    expect((await admin.get(BOOKS)).text).not.toContain('DEMO-L-2014-000001')
    expect((await admin.get(`${BOOKS}/casos/DEMO-L-2014-000001`)).status).toBe(403)
    const officer = await signIn(demo.app, 'ventanilla')
    expect((await officer.get(BOOKS)).status).toBe(403)
  })
})

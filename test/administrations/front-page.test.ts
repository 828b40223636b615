import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addAdministration } from '../../src/installation/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'

let test: TestSystem
let app: RunningApp

beforeAll(async () => {
  test = await openDemoBook()
  app = await startApp(test.system)
})
afterAll(async () => {
  await app.close()
  await test.close()
})

describe('The first page of a public body', () => {
  it('leads to filing and to following', async () => {
    const visitor = new Visitor(app)
    const page = await visitor.get('/demo')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Municipio de Tres Jacarandas')
    expect(page.links).toContainEqual({ text: 'Presentar un caso', href: '/demo/nuevo' })
    expect(page.links.map(({ href }) => href)).toContain('/seguimiento')
    expect((await visitor.click('Presentar un caso')).status).toBe(200)
  })

  it('tells each kind with an example and its deadline', async () => {
    const { text } = await new Visitor(app).get('/demo')
    for (const kind of ['Queja', 'Sugerencia', 'Necesidad', 'Observación', 'Felicitación']) {
      expect(text).toContain(kind)
    }
    expect(text.match(/en 15 días hábiles como máximo/g)).toHaveLength(5)
  })

  it('tells where the offices are, when they open and what they do', async () => {
    const { text } = await new Visitor(app).get('/demo')
    expect(text).toContain('Oficina Norte Avenida de los Fresnos 210')
    expect(text).toContain('De lunes a viernes: 09:00 a 14:00 y 15:00 a 17:30.')
    expect(text).toContain('Actas del Registro Civil')
  })

  it('is there in English too', async () => {
    const visitor = new Visitor(app)
    const { text, html } = await visitor.get('/demo?lang=en')
    expect(html).toContain('<html lang="en"')
    expect(text).toContain('You get an answer within 15 working days.')
    expect(text).toContain('Monday to Friday: 09:00 to 14:00 and 15:00 to 17:30.')
  })

  it.each(['/demo', '/demo/denuncia', '/demo?lang=en', '/demo/denuncia?lang=en'])(
    'has sound markup at %s',
    async (path) => {
      const { html } = await new Visitor(app).get(path)
      expect(await htmlProblems(html)).toEqual([])
    },
  )

  it('is not there for a body that does not exist', async () => {
    const { status } = await new Visitor(app).get('/nowhere')
    expect(status).toBe(404)
  })
})

describe('The door for corruption', () => {
  it('tells where to report outside, from data, and keeps nothing', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/demo')
    const page = await visitor.click('Dónde denunciar')
    expect(page.path).toBe('/demo/denuncia')
    expect(page.text).toContain('Contraloría Municipal')
    expect(page.links.map(({ href }) => href)).toContain('mailto:contraloria@demo.example')
    expect(page.forms).toEqual([])
  })
})

describe('A body in Peru', () => {
  it('points to the platform of the State for the formal claim, and does not offer it', async () => {
    const file = 'test/installation/fixtures/small.yaml'
    await addAdministration(test.system, file, test.system.clock())
    const page = await new Visitor(app).get('/villa-alta')
    expect(page.text).not.toContain('Reclamo ')
    expect(page.links.map(({ href }) => href)).toContain('https://reclamos.servicios.gob.pe/')
    expect(page.text).toContain('en 30 días hábiles')
  })
})

describe('A body whose terms are missing', () => {
  it('says that it does not take cases yet', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'libro-abierto-files-'))
    const path = join(folder, 'closed.yaml')
    const text = await readFile('test/installation/fixtures/small.yaml', 'utf8')
    const changed = text
      .replaceAll('villa-alta', 'villa-baja')
      .replace('VALTA', 'VBAJA')
      .replace('pe-ds-007-2020-pcm', 'mx-guanajuato-mas')
    await writeFile(path, changed)
    await addAdministration(test.system, path, test.system.clock())
    await rm(folder, { recursive: true })
    const page = await new Visitor(app).get('/villa-baja')
    expect(page.text).toContain('Este libro todavía no recibe casos')
    expect(page.links.map(({ href }) => href)).not.toContain('/villa-baja/nuevo')
  })
})

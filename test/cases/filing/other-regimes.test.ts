import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addAdministration, loadPacks } from '../../../src/installation/index.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'

const SMALL = new URL('../../installation/fixtures/small.yaml', import.meta.url)
const OPINION = '[{ code: sgp-own-system, reference: Oficio 12, grantedOn: 2026-02-01 }]'

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  test = await openTestSystem()
  await loadPacks(test.system, test.system.clock())
  await add()
  await add(
    ['slug: villa-alta', 'slug: sin-plazos'],
    ['bookCode: VALTA', 'bookCode: PLAZO'],
    ['villa-alta.example', 'sin-plazos.example'],
    ['regime: pe-ds-007-2020-pcm', 'regime: mx-guanajuato-mas'],
  )
  await add(
    ['slug: villa-alta', 'slug: con-opinion'],
    ['bookCode: VALTA', 'bookCode: OPINA'],
    ['villa-alta.example', 'con-opinion.example'],
    ['authorisations: []', `authorisations: ${OPINION}`],
  )
  app = await startApp(test.system)
}, 60_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

async function add(...changes: [string, string][]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'libro-abierto-'))
  const file = join(folder, 'administration.yaml')
  const text = changes.reduce(
    (all, [from, to]) => all.replaceAll(from, to),
    await readFile(SMALL, 'utf8'),
  )
  await writeFile(file, text)
  await addAdministration(test.system, file, test.system.clock())
  await rm(folder, { recursive: true })
}

describe('A book whose terms nobody set yet', () => {
  it('says that it takes no cases and how to reach the office', async () => {
    const page = await new Visitor(app).get('/sin-plazos/nuevo/donde')
    expect(page.heading).toBe('Este libro todavía no recibe casos')
    expect(page.text).toContain('01 555 0100')
    expect(page.forms.filter(({ method }) => method === 'post')).toEqual([])
  })
})

describe('A book in Peru', () => {
  it('leads to the platform of the State for a formal claim', async () => {
    const page = await new Visitor(app).get('/villa-alta/nuevo')
    expect(page.links.map(({ href }) => href)).toContain('https://reclamos.servicios.gob.pe/')
    expect(page.forms.some(({ names }) => names.has('kind'))).toBe(true)
    expect(page.html).not.toContain('value="claim"')
  })

  it('with its own words for privacy', async () => {
    const page = await new Visitor(app).get('/villa-alta/privacidad')
    expect(page.text).toContain('le responden en 20 días hábiles')
  })

  it('with the opinion asks a formal claim for motive, document and a way to be found', async () => {
    const visitor = new Visitor(app)
    const seen: string[] = []
    const go = async (...sent: Parameters<Visitor['submit']>) => {
      seen.push((await visitor.submit(...sent)).heading)
    }
    await visitor.get('/con-opinion/nuevo')
    await go({ kind: 'claim' })
    await go({ description: 'Pagué y no me dieron mi constancia.' })
    expect(visitor.page.text).toContain('Elija de qué se trata')
    await go({ motive: 'suspicion_of_bribery' })
    await visitor.get('/con-opinion/nuevo/que-paso')
    await go({ description: 'Pagué y no me dieron mi constancia.', motive: 'time' })
    await go({ 'service-sede': 'arbitrios' })
    expect(visitor.page.text).not.toContain('No recuerdo')
    await go({ day: 'today' })
    await go({}, { button: 'next' })
    await go({ answerBy: 'pickup' })
    await go({ names: 'Ana', firstSurname: 'Quispe', documentType: 'dni', documentNumber: '123' })
    expect(visitor.page.text).toContain('Revise el número: no es como los de ese documento')
    await go({ documentNumber: '1234 5678' })
    expect(visitor.page.text).toContain('Escriba su correo')
    await go({ phone: '999 888 777' })
    await go({})
    expect(seen).toEqual([
      '¿Qué pasó?',
      '¿Qué pasó?',
      'Esto se denuncia por otra puerta',
      '¿Dónde fue?',
      '¿Cuándo fue?',
      '¿Tiene fotos o papeles que ayuden?',
      '¿Cómo quiere la respuesta?',
      '¿Quién escribe?',
      '¿Quién escribe?',
      '¿Quién escribe?',
      'Revise antes de enviar',
      'Recibimos lo que nos dijo',
    ])
  })
})

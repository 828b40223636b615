import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { readPdf } from '../../support/read-pdf.ts'
import type { Visitor } from '../../support/visitor.ts'

let demo: DemoApp
let home = ''

beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

async function beginActas(visitor: Visitor): Promise<void> {
  await visitor.get('/personal/demo/procesos?centro=centro')
  const service = /<option value="([^"]+)"[^>]*>Actas del Registro Civil/.exec(visitor.page.html)
  await visitor.submit({ service: service?.[1] ?? '' })
  home = visitor.page.path.replace('/borrador', '')
}

const STEPS = {
  'text-1': 'Recibir la solicitud',
  'text-2': 'Recepción del pago',
  'text-3': '¿Está completa?',
  'text-4': 'Entregar el acta',
  'to-3-1': 'next',
  'to-3-2': '1',
}

describe('The process of a service', () => {
  it('is written row by row, and says what it lacks before anybody may validate it', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await beginActas(owner)
    await owner.submit({ objective: 'Entregar actas a tiempo', ...STEPS })
    expect(owner.page.text).toContain('El borrador quedó guardado')
    expect(owner.page.text).toContain('ahora empieza con «Recepción»')
    expect(await htmlProblems(owner.page.html)).toEqual([])
    const evaluator = await signIn(demo.app, 'evaluacion')
    await evaluator.get(home)
    expect(evaluator.page.forms.some(({ id }) => id === 'validate')).toBe(false)
    expect((await evaluator.get(`${home}/borrador`)).status).toBe(403)
  })

  it('is drawn from its steps, with the same in words', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await owner.get(`${home}/borrador`)
    await owner.submit({ 'text-2': 'Revisar los requisitos' })
    expect(owner.page.text).not.toContain('Para validarlo falta')
    expect(owner.page.text).toContain('¿Está completa? Sí: pasa a 4 · No: pasa a 1')
    expect(owner.page.html).toContain('<svg')
  })

  it('keeps both texts when two people write at once', async () => {
    const owner = await signIn(demo.app, 'mejora')
    const head = await signIn(demo.app, 'jefatura')
    await owner.get(`${home}/borrador`)
    await head.get(`${home}/borrador`)
    await owner.submit({ 'text-5': 'Archivar la copia' })
    await head.submit({ 'text-5': 'Avisar a la persona' })
    expect(head.page.status).toBe(409)
    expect(head.page.text).toContain('Otra persona guardó esto mientras usted escribía')
    expect(head.page.text).toContain('Archivar la copia')
    expect(head.page.html).toContain('value="Avisar a la persona"')
    expect(await htmlProblems(head.page.html)).toEqual([])
  })

  it('is validated by the head and the evaluator, never by its writer, and then stays', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await owner.get(home)
    expect(owner.page.forms.some(({ id }) => id === 'validate')).toBe(false)
    const head = await signIn(demo.app, 'jefatura')
    await head.get(home)
    await head.submit({}, { form: 'validate' })
    expect(head.page.text).toContain('Validado por la jefatura')
    const evaluator = await signIn(demo.app, 'evaluacion')
    await evaluator.get(home)
    await evaluator.submit({}, { form: 'validate' })
    expect(evaluator.page.text).toContain('Validado por quien evalúa')
    expect(evaluator.page.text).toContain('Validado el')
    await owner.get(home)
    await owner.submit({}, { form: 'versiones' })
    expect(owner.page.text).toContain('Versión 2')
    await owner.submit({ 'text-5': 'Guardar la copia' })
    expect((await owner.get(`${home}?version=1`)).text).toContain('Archivar la copia')
    expect((await owner.get(home)).text).toContain('Guardar la copia')
  })

  it('is filed as a paper with objective, activities, flow and who validated', async () => {
    const evaluator = await signIn(demo.app, 'evaluacion')
    const answer = await evaluator.request(`${home}/1/proceso.pdf`)
    expect(answer.headers.get('content-type')).toContain('application/pdf')
    const text = readPdf(Buffer.from(await answer.arrayBuffer())).text
    for (const said of ['Objetivo', 'Revisar los requisitos', 'Diagrama de flujo', 'Jefatura']) {
      expect(text).toContain(said)
    }
  })

  it('of a centre is not seen from another, and nobody else begins it twice', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await owner.get('/personal/demo/procesos?centro=centro')
    expect(owner.page.html).not.toMatch(/<option value="[^"]+"[^>]*>Actas del Registro Civil/)
    expect((await owner.get('/personal/demo/procesos?centro=nadie')).status).toBe(404)
    expect((await (await signIn(demo.app, 'ventanilla')).get(home)).status).toBe(403)
  })
})

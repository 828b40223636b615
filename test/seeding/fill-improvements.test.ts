import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { fillImprovements } from '../../src/seeding/actions/fill-improvements.ts'
import { fillRooms } from '../../src/seeding/actions/fill-rooms.ts'
import { improveStory } from '../../src/seeding/actions/improve-story.ts'
import { tellStory } from '../../src/seeding/index.ts'
import { signIn } from '../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { Visitor } from '../support/visitor.ts'

let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp({ now: '2026-11-23T16:00:00Z' })
  const { system } = demo.test
  const changedOn = '2026-02-26'
  const days = { changedOn, from: '2024-03-08', until: '2026-08-25' }
  await tellStory(system, 'demo', days, system.clock())
  await fillImprovements(system, 'demo', system.clock())
  await improveStory(system, 'demo', changedOn, system.clock())
  await fillRooms(system, 'demo', system.clock())
})
afterAll(() => demo.close())

describe('The demonstration', () => {
  it('is evaluated by a model, and has a process that two people declared good', async () => {
    const evaluator = await signIn(demo.app, 'evaluacion')
    await evaluator.get('/personal/demo/evaluacion?centro=centro')
    expect(evaluator.page.text).toContain('Necesidades del ciudadano')
    await evaluator.get('/personal/demo/procesos?centro=centro')
    await evaluator.click('Pago del predial')
    expect(evaluator.page.text).toContain('Explicar cada cobro')
    expect(evaluator.page.text).not.toContain('Borrador')
  })

  it('shows which words of people stand behind a gap, and a project under way that came of one', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await owner.get('/personal/demo/brechas?centro=centro')
    await owner.click('Actas del Registro Civil')
    expect(owner.page.text).toContain('Nadie ordena la fila de la ventanilla 3: 30 de 30 casos')
    await owner.get('/personal/demo/proyectos')
    await owner.click('Un recibo del predial que se entiende')
    expect(owner.page.text).toContain('En marcha')
    expect(owner.page.text).toContain('Que diga también a qué teléfono se pregunta.')
  })

  it('has a team with its minutes, what the staff has to know, and what somebody owes', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get('/personal/demo/equipo')
    expect(head.page.text).toContain('Dice qué pasa en la fila y prueba los cambios')
    expect(head.page.text).not.toContain('Falta')
    const owner = await signIn(demo.app, 'mejora')
    await owner.get('/personal/demo/tareas')
    expect(owner.page.text).toContain('Invitar a seis personas a leer el recibo nuevo')
    expect(owner.page.text).not.toContain('Vencida')
    await owner.get('/personal/demo/riesgos?centro=centro')
    expect(owner.page.text).toContain('Cobro del predial en efectivo')
    await owner.get('/personal/demo/difusion')
    expect(owner.page.text).toContain('Código de ética del municipio')
  })

  it('tells everybody what changed, and in plain words what did not', async () => {
    const anybody = new Visitor(demo.app)
    await anybody.get('/demo/mejoras')
    await anybody.click('Turnos numerados en la ventanilla 3')
    // (10/2664)/(30/2688) = 0.336; e^(ln 0.336 ± 1.96·√(1/10 + 1/30)) = 0.16 to 0.69
    expect(anybody.page.text).toContain('Mejoró. El problema se repite menos que antes.')
    expect(anybody.page.text).toContain('Razón: 0.34 (0.16 a 0.69)')
    await anybody.get('/demo/mejoras')
    await anybody.click('Poner dos ventiladores en la sala de espera del Norte')
    expect(anybody.page.text).toContain('No se pudo mostrar un cambio.')
    expect(anybody.page.text).toContain('Por eso no decimos que mejoró.')
  })

  it('has a self-diagnosis that the head of the office signed', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get('/personal/demo/instrumentos?centro=centro')
    await head.click('Autodiagnóstico de calidad')
    expect(head.page.text).toContain('Firmado por')
    expect(head.page.text).toContain('Formar el equipo y firmar su acta')
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { matrixOf, levelOf } from '../../../src/improvements/risks/risk.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { signIn } from '../../surveys/campaigns.ts'
import { adoptInDemo } from '../evaluation/adopt.ts'

const HOME = '/personal/demo/riesgos'

let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

describe('The register of corruption risks', () => {
  it('AC-04: weighs likelihood with gravity', () => {
    const risk = (likelihood: number, impact: number) => ({ likelihood, impact })
    expect([risk(1, 4), risk(1, 5), risk(3, 4)].map(levelOf)).toEqual(['low', 'medium', 'high'])
    const matrix = matrixOf([risk(5, 1), risk(1, 5), risk(1, 5)])
    expect([matrix[0]![0], matrix[4]![4], matrix[2]![2]]).toEqual([1, 2, 0])
  })

  it('AC-04: keeps each assessment, its owner and actions, and proves it in the evaluation', async () => {
    await adoptInDemo(demo.test.system)
    const head = await signIn(demo.app, 'jefatura')
    await head.get(HOME)
    await head.submit({ point: '' })
    expect(head.page.text).toContain('Diga cuál es el punto de riesgo')
    expect(await htmlProblems(head.page.html)).toEqual([])
    const risk = {
      point: 'Cobro en ventanilla',
      cause: 'Se paga en efectivo',
      control: 'Recibo numerado',
    }
    await head.submit({ ...risk, likelihood: '4', impact: '4' })
    expect(head.page.text).toMatch(/Cobro en ventanilla Alto/)
    expect(head.page.text).toContain('1 riesgo; altos: 1')
    expect(head.page.html).toContain('class="risk-matrix"')
    const late = await signIn(demo.app, 'jefatura')
    await head.click('Ver de nuevo este riesgo')
    await late.get(head.page.path)
    await head.submit({ likelihood: '2', impact: '2' })
    expect(head.page.text).toMatch(/Cobro en ventanilla Bajo/)
    expect(head.page.text).toContain('probabilidad 4, gravedad 4')
    await late.submit({ cause: 'Otra causa' })
    expect(late.page.status).toBe(422)
    expect(late.page.text).toContain('Otra persona guardó este riesgo')
    expect(late.page.html).toContain('Otra causa')
    await head.submit({ what: 'Poner pago con tarjeta', dueOn: '2026-05-01' })
    expect(head.page.text).toContain('Poner pago con tarjeta')
    expect(await htmlProblems(head.page.html)).toEqual([])
    await head.get('/personal/demo/evaluacion/criterios/anticorrupcion')
    expect(head.page.text).toContain('Registro de riesgos: 1')
    expect(head.page.text).toContain('Acciones contra los riesgos: 1. Hechas: 0')
    const evaluator = await signIn(demo.app, 'evaluacion')
    await evaluator.get(`${HOME}?centro=centro`)
    expect(evaluator.page.forms.some(({ names }) => names.has('point'))).toBe(false)
  })
})

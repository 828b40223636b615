import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { fillImprovements } from '../../src/seeding/actions/fill-improvements.ts'
import { signIn } from '../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'

let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp()
  await fillImprovements(demo.test.system, 'demo', demo.test.system.clock())
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
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoBook } from '../../support/demo-book.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { codesOn, complainUntil } from './way.ts'

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  test = await openDemoBook({ change: withTwelveOffices })
  app = await startApp(test.system)
}, 60_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

/** The three of the demonstration and nine more, which only give advice. */
function withTwelveOffices(file: string): string {
  const more = Array.from({ length: 9 }, (_, index) =>
    [
      `  - slug: barrio-${index + 1}`,
      `    name: Módulo de barrio ${index + 1}`,
      `    hours: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '14:00' }]`,
      `    windows: [{ slug: v1, name: Ventanilla única }]`,
      `    services: [orientacion]`,
    ].join('\n'),
  )
  return file.replace(/^centres:\n/m, `centres:\n${more.join('\n')}\n`)
}

describe('Where there are more than eight offices', () => {
  it('one list of offices and one of services replace the buttons', async () => {
    const visitor = await complainUntil(app, 'donde')
    const form = visitor.page.forms.find(({ names }) => names.has('centre'))
    expect(visitor.page.html).toMatch(/<select[^>]*name="centre"/)
    expect(visitor.page.html).not.toContain('type="radio"')
    expect(form?.names.has('service')).toBe(true)
    expect(visitor.page.text).toContain('Módulo de barrio 9')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
  })

  it('a complaint goes its way with what was chosen there', async () => {
    const visitor = await complainUntil(app, 'donde')
    await visitor.submit({ centre: 'barrio-7', service: 'orientacion' })
    expect(visitor.page.heading).toBe('¿Cuándo fue?')
    await visitor.submit({ day: 'yesterday' })
    await visitor.submit({}, { button: 'next' })
    await visitor.submit({ answerBy: 'pickup' })
    await visitor.submit({ names: 'Ana', firstSurname: 'Robles' })
    expect(visitor.page.text).toContain('Módulo de barrio 7')
    await visitor.submit({})
    expect(codesOn(visitor.page).number).toMatch(/^DEMO-2026-\d{6}$/)
  })

  it('no office chosen is said beside the list, and what was typed stays', async () => {
    const visitor = await complainUntil(app, 'donde')
    await visitor.submit({ centre: '', service: 'predial', place: 'Junto al pozo' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.html).toContain('href="#centre"')
    expect(visitor.page.html).toContain('Junto al pozo')
    expect(visitor.page.forms.flatMap(({ values }) => values)).toContainEqual([
      'service',
      'predial',
    ])
  })

  it('a service that the office does not give leads to the list in which it was chosen', async () => {
    const visitor = await complainUntil(app, 'donde')
    await visitor.submit({ centre: 'barrio-7', service: 'predial' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.html).toContain('href="#service"')
    expect(visitor.page.html).toMatch(/id="service"/)
  })
})

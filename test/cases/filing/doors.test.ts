import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { Visitor } from '../../support/visitor.ts'
import { codesOn, complainUntil } from './way.ts'

const BRIBE = 'El inspector me pidió una mordida de 500 pesos para firmar.'
const DANGER = 'Hay un cable caído que echa chispas frente a la escuela.'

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
}, 60_000)
afterAll(() => demo.close())

async function kept(words: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from filing_drafts where answers::text like ${`%${words}%`}
  `.execute(demo.test.system.db)
  return rows[0]?.n ?? 0
}

describe('Who describes a bribe', () => {
  it('is shown where to report it before anything is kept', async () => {
    const visitor = await complainUntil(demo.app, 'que-paso')
    const page = await visitor.submit({ description: BRIBE })
    expect(page.heading).toBe('Esto se denuncia por otra puerta')
    expect(page.text).toContain('Contraloría Municipal')
    expect(page.text).toContain('55 5555 0133')
    expect(await kept('mordida')).toBe(0)
  })

  it('may leave without a trace', async () => {
    const visitor = await complainUntil(demo.app, 'que-paso')
    await visitor.submit({ description: BRIBE })
    await visitor.submit({}, { form: 'salir' })
    await visitor.get('/demo/nuevo/que-paso')
    expect(visitor.page.path).toContain('/demo/nuevo')
    expect(await kept('mordida')).toBe(0)
  })

  it('takes the words along to the door for reports, and nothing of them is kept', async () => {
    const visitor = await complainUntil(demo.app, 'que-paso')
    await visitor.submit({ description: BRIBE })
    const page = await visitor.submit({}, { form: '/denuncia' })
    expect(page.path).toBe('/demo/denuncia?lang=es')
    expect(await kept('mordida')).toBe(0)
  })

  it('finds the door in the language of the page, also without a cookie', async () => {
    const visitor = await complainUntil(demo.app, 'que-paso')
    await visitor.get(`${visitor.page.path}?lang=en`)
    await visitor.submit({ description: BRIBE })
    const { action } = visitor.page.forms.find((each) => each.action.includes('/denuncia')) ?? {}
    const stranger = new Visitor(demo.app)
    await stranger.post(action ?? '', { narration: BRIBE })
    expect(stranger.page.html).toContain('<html lang="en"')
    expect(stranger.page.text).toContain('Report corruption')
  })

  it('may go on here, and the case waits apart for a person', async () => {
    const visitor = await complainUntil(demo.app, 'que-paso')
    await visitor.submit({ description: BRIBE })
    await visitor.submit({}, { form: 'que-paso', button: 'Seguir aquí' })
    expect(visitor.page.heading).toBe('¿Dónde fue?')
    await visitor.submit({ centre: 'centro' })
    await visitor.submit({ day: 'today' })
    await visitor.submit({}, { button: 'next' })
    await visitor.submit({ answerBy: 'pickup' })
    await visitor.submit({ names: 'Ana', firstSurname: 'Ruiz' })
    const { number } = codesOn(await visitor.submit({}))
    const { rows } = await sql<{ restricted: string; state: string; desk: string }>`
      select restricted, state, desk from cases where case_number = ${number}
    `.execute(demo.test.system.db)
    expect(rows).toEqual([
      { restricted: 'corruption', state: 'registered', desk: 'claims_manager' },
    ])
  })

  it('is not asked twice after choosing to go on here', async () => {
    const visitor = await complainUntil(demo.app, 'que-paso')
    await visitor.submit({ description: BRIBE })
    await visitor.submit({}, { form: 'que-paso', button: 'Seguir aquí' })
    await visitor.click('Volver')
    await visitor.submit({ description: `${BRIBE} Fue ayer.` })
    expect(visitor.page.heading).toBe('¿Dónde fue?')
  })
})

describe('Who writes of danger', () => {
  it('is shown help at once and can go on', async () => {
    const visitor = await complainUntil(demo.app, 'que-paso')
    const page = await visitor.submit({ description: DANGER })
    expect(page.heading).toBe('Si hay peligro, pida ayuda ahora')
    expect(page.links).toContainEqual({ text: '911', href: 'tel:911' })
    await visitor.click('Seguir con mi caso')
    expect(visitor.page.heading).toBe('¿Dónde fue?')
  })

  it('has the head of the centre alerted with the filing', async () => {
    const visitor = await complainUntil(demo.app, 'que-paso')
    await visitor.submit({ description: DANGER })
    await visitor.click('Seguir con mi caso')
    await visitor.submit({ centre: 'centro' })
    await visitor.submit({ day: 'today' })
    await visitor.submit({}, { button: 'next' })
    await visitor.submit({ answerBy: 'pickup' })
    await visitor.submit({ names: 'Ana', firstSurname: 'Ruiz' })
    await visitor.submit({})
    const { rows } = await sql`select 1 from notices where template = 'danger_alert'`.execute(
      demo.test.system.db,
    )
    expect(rows).toHaveLength(1)
  })
})

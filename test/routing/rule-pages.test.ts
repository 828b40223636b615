import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addRule } from '../../src/routing/index.ts'
import { listRules } from '../../src/routing/routing-rule-store.ts'
import { buildPerson, password } from '../people/fixtures.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openBrowser } from '../support/browser/index.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'
import { buildRoutedTown, ruleOf, type RoutedTown } from './routed-town.ts'

const LIST = '/personal/villa/reglas-de-turno'
const TRIAL = `${LIST}/probar`

let house: TestSystem
let app: RunningApp
let town: RoutedTown

beforeAll(async () => {
  house = await openTestSystem()
  app = await startApp(house.system)
  town = await buildRoutedTown(house.system, 'villa')
  await buildPerson(house.system, 'sistemas', [{ role: 'system_admin' }])
  await buildPerson(house.system, 'ventanilla', [
    { role: 'site_officer', administrationId: town.administrationId, centreId: town.north },
  ])
  const deed = {
    administrationId: town.administrationId,
    accountId: town.manager,
    at: house.system.clock(),
  }
  for (const rule of [
    ruleOf({
      name: 'Baches',
      kinds: 'complaint',
      words: 'bache',
      desk: 'unit',
      unitId: town.works,
    }),
    ruleOf({ name: 'Dueña', desk: 'unit' }),
    ruleOf({ name: 'Resto', desk: 'centre' }),
    ruleOf({ name: 'Sugerencias', kinds: 'suggestion' }),
  ])
    await addRule(house.system.db, deed, rule)
})
afterAll(async () => {
  await app.close()
  await house.close()
})

async function signedIn(name = 'villa-responsable', language = 'es'): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@muni.example`, password })
  await visitor.get(`/personal/mi-cuenta?lang=${language}`)
  return visitor
}

async function names(): Promise<string[]> {
  return (await listRules(house.system.db, town.administrationId)).map(({ name }) => name)
}

describe('the list of rules', () => {
  it('says each rule in a sentence, in its order, and warns of one that never decides', async () => {
    const visitor = await signedIn()
    const { heading, text } = await visitor.get(LIST)
    expect(heading).toBe('Reglas de turno')
    expect(text).toContain('Si el tipo es Queja y el texto dice «bache»: va a la unidad Obras.')
    expect(text).toContain('Nunca decide: antes está «Resto»')
    expect(text.indexOf('Baches')).toBeLessThan(text.indexOf('Dueña'))
  })

  it('is for those who answer for the book and for the administrator of the system only', async () => {
    expect((await (await signedIn('sistemas')).get(LIST)).status).toBe(200)
    const officer = await signedIn('ventanilla')
    expect((await officer.get(LIST)).status).toBe(403)
    expect((await officer.get(TRIAL)).status).toBe(403)
    expect((await new Visitor(app).request(LIST)).status).not.toBe(200)
    expect((await (await signedIn()).get('/personal/otra/reglas-de-turno')).status).toBe(404)
  })

  it('moves a rule up by a button and says so', async () => {
    const visitor = await signedIn()
    const rules = await listRules(house.system.db, town.administrationId)
    const last = rules.at(-1)?.ruleId ?? ''
    await visitor.get(LIST)
    await visitor.submit({}, { form: `${last}/lugar`, button: 'up' })
    expect(visitor.page.text).toContain('El orden cambió.')
    expect(await names()).toEqual(['Baches', 'Dueña', 'Sugerencias', 'Resto'])
    expect(visitor.page.text).not.toContain('Nunca decide')
  })

  it('switches a rule off and on again', async () => {
    const visitor = await signedIn()
    const [first] = await listRules(house.system.db, town.administrationId)
    await visitor.get(LIST)
    await visitor.submit({}, { form: `${first?.ruleId}/vigencia`, button: 'off' })
    expect(visitor.page.text).toContain('Apagada')
    await visitor.submit({}, { form: `${first?.ruleId}/vigencia`, button: 'on' })
    expect(visitor.page.text).not.toContain('Apagada')
  })
})

describe('the form of a rule', () => {
  it('adds a rule at the end', async () => {
    const visitor = await signedIn()
    await visitor.get(`${LIST}/nueva`)
    await visitor.submit({
      name: 'Agua del norte',
      kinds: ['complaint', 'need'],
      centreIds: town.north,
      words: 'fuga\nno hay agua',
      desk: 'claims_manager',
      unitId: town.works,
      priority: '1',
    })
    expect(visitor.page.text).toContain('La regla quedó al final de la lista.')
    const rules = await listRules(house.system.db, town.administrationId)
    expect(rules.at(-1)).toMatchObject({
      name: 'Agua del norte',
      kinds: ['complaint', 'need'],
      centreIds: [town.north],
      words: ['fuga', 'no hay agua'],
      desk: 'claims_manager',
      unitId: town.works,
      priority: 1,
    })
  })

  it('shows a rule as it stands and changes it', async () => {
    const visitor = await signedIn()
    await visitor.get(LIST)
    await visitor.click('la regla Agua del norte')
    expect(visitor.page.heading).toBe('Cambiar una regla')
    await visitor.submit({ words: 'fuga' })
    expect(visitor.page.text).toContain('La regla cambió.')
    const rules = await listRules(house.system.db, town.administrationId)
    expect(rules.at(-1)).toMatchObject({ kinds: ['complaint', 'need'], words: ['fuga'] })
  })

  it('comes back with what was typed and what is wrong, and stores nothing', async () => {
    const visitor = await signedIn()
    const before = await names()
    await visitor.get(`${LIST}/nueva`)
    await visitor.submit({ name: '', words: 'po*\nluz', kinds: 'need' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Escriba un nombre para la regla')
    const form = visitor.page.forms.find(({ names }) => names.has('words'))
    expect(form?.values).toContainEqual(['words', 'po*\nluz'])
    expect(form?.values).toContainEqual(['kinds', 'need'])
    await visitor.submit({ name: 'Poda' })
    expect(visitor.page.text).toContain('«po*» es muy corto')
    expect(await names()).toEqual(before)
  })

  it.each<[string, Record<string, string | string[]>]>([
    ['a stranger’s unit', { desk: 'unit', unitId: randomUUID() }],
    ['a unit that is no id', { desk: 'unit', unitId: "'; drop table units" }],
    ['a desk that does not exist', { desk: 'kitchen' }],
    ['a priority that does not exist', { desk: 'centre', priority: '9' }],
    ['a day that does not exist', { desk: 'centre', validFrom: '2026-02-31' }],
    ['markup for a kind', { desk: 'centre', kinds: ['<b>', 'x'.repeat(5000)] }],
    [
      'a thousand words',
      { desk: 'centre', words: Array.from({ length: 1000 }, (_, n) => `palabra${n}`).join('\n') },
    ],
    ['a word twice where one is asked for', { desk: ['centre', 'unit'] }],
    ['nothing at all', {}],
  ])('refuses %s with a page, not with a failure', async (_, fields) => {
    const visitor = await signedIn()
    const before = await names()
    await visitor.get(`${LIST}/nueva`)
    const token = visitor.page.forms
      .flatMap(({ values }) => values)
      .find(([name]) => name === '_token')?.[1]
    await visitor.post(LIST, { name: 'Mala', priority: '0', ...fields, _token: token ?? '' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.heading).toBe('Agregar una regla')
    expect(visitor.page.html).not.toContain('<b>')
    expect(await names()).toEqual(before)
  })

  it.each(['nada', randomUUID()])('knows no rule %s', async (ruleId) => {
    const visitor = await signedIn()
    expect((await visitor.get(`${LIST}/${ruleId}`)).status).toBe(404)
  })
})

describe('the trial', () => {
  async function tryText(fields: Record<string, string>, visitor?: Visitor): Promise<Visitor> {
    const someone = visitor ?? (await signedIn())
    await someone.get(TRIAL)
    await someone.submit({ kind: 'complaint', centreId: town.north, ...fields })
    return someone
  }

  it('tells which rule decides, which unit and why', async () => {
    const { page } = await tryText({ text: 'Hay un BACHE en mi calle', serviceId: town.water })
    expect(page.text).toContain('Llega a Unidad Obras')
    expect(page.text).toContain('Decide la regla Baches')
    expect(page.text).toContain('Sí: el texto dice «bache»')
    expect(page.text).toContain('También coincide, pero decide una anterior')
    expect(page.text).toContain('No: es de otro tipo')
  })

  it('tells what the text signals and whom it names, and who would handle it', async () => {
    const text = 'La señora Inés Tapia me gritó por el bache y un poste está a punto de caer'
    const { page } = await tryText({ text })
    expect(page.text).toContain('peligro («a punto de caer»)')
    expect(page.text).toContain('Inés Tapia Vera («Inés Tapia»)')
    expect(page.text).toContain('pasó a la autoridad siguiente')
    expect(page.text).toContain('Prioridad Urgente')
    const calm = await tryText({ text: 'Hay un bache' })
    expect(calm.page.text).toMatch(/villa-(ana|beto) 0 Lo recibe: tiene menos casos abiertos/)
  })

  it('keeps what was typed on the page and nowhere else', async () => {
    const secret = 'frase inventada que nadie guarda'
    const { page } = await tryText({ text: secret })
    expect(page.path).toBe(TRIAL)
    expect(page.html).toContain(secret)
    const visitor = await signedIn()
    expect((await visitor.get(TRIAL)).html).not.toContain(secret)
  })

  it('may be used by the administrator of the system, who reads no case', async () => {
    const { page } = await tryText({ text: 'Hay un bache' }, await signedIn('sistemas'))
    expect(page.text).toContain('Decide la regla Baches')
  })

  it('shows markup as it was typed', async () => {
    const { page } = await tryText({ text: '<script>alert(1)</script> "bache"' })
    expect(page.html).not.toContain('<script>alert')
    expect(page.status).toBe(200)
  })

  it.each<[string, Record<string, string>, string]>([
    ['an empty text', { text: '   ' }, 'Escriba un texto para probar'],
    ['a text too long', { text: 'a'.repeat(20_001) }, 'hasta 20.000 letras'],
    ['a centre of nobody', { text: 'hola', centreId: randomUUID() }, 'Este valor no existe'],
    ['a kind of nobody', { text: 'hola', kind: 'prayer' }, 'Este valor no existe'],
  ])('refuses %s', async (_, fields, message) => {
    const { page } = await tryText(fields)
    expect(page.status).toBe(422)
    expect(page.text).toContain(message)
  })
})

describe('the pages of the rules in a browser', () => {
  it('have nothing that axe finds and fit a screen of 320 pixels', async () => {
    const browser = await openBrowser()
    try {
      const context = await browser.newContext({ viewport: { width: 320, height: 740 } })
      const page = await context.newPage()
      await page.goto(`${app.url}/personal/entrar?volver=${encodeURIComponent(TRIAL)}`)
      await page.fill('[name=email]', 'villa-responsable@muni.example')
      await page.fill('[name=password]', password)
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${TRIAL}`)
      await page.fill('[name=text]', 'La señora Inés Tapia: bache a punto de caer')
      await page.getByRole('button', { name: 'Probar' }).click()
      await page.getByText('Qué pasó con cada regla').waitFor()
      const visits = [null, LIST, `${LIST}/nueva`]
      for (const path of visits) {
        if (path) await page.goto(app.url + path)
        expect(await accessibilityProblems(page)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
      }
    } finally {
      await browser.close()
    }
  }, 120_000)
})

describe.each(['es', 'en'])('the pages of the rules in "%s"', (language) => {
  it('are sound HTML', async () => {
    const visitor = await signedIn('villa-responsable', language)
    const [first] = await listRules(house.system.db, town.administrationId)
    for (const path of [LIST, `${LIST}/nueva`, `${LIST}/${first?.ruleId}`, TRIAL]) {
      const page = await visitor.get(path)
      expect(page.html).toContain(`<html lang="${language}"`)
      expect(await htmlProblems(page.html)).toEqual([])
    }
    await visitor.submit({ text: 'La señora Inés Tapia: bache a punto de caer, poste' })
    expect(visitor.page.status).toBe(200)
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    await visitor.get(`${LIST}/nueva`)
    await visitor.submit({ name: '', words: 'la', exceptWords: 'a*' })
    expect(visitor.page.status).toBe(422)
    expect(await htmlProblems(visitor.page.html)).toEqual([])
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { orderRules } from '../../src/routing/actions/put-in-order.ts'
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
  const known = await listRules(house.system.db, town.administrationId)
  const order = ['Baches', 'Dueña', 'Resto', 'Sugerencias'].flatMap((wanted) =>
    known.flatMap(({ name, ruleId }) => (name === wanted ? [ruleId] : [])),
  )
  await orderRules(house.system.db, deed, { order, version: 0 })
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

function token(visitor: Visitor): string {
  const values = visitor.page.forms.flatMap((form) => form.values)
  return values.find(([name]) => name === '_token')?.[1] ?? ''
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

  it('moves a rule by a button, and keeps the order once that is asked for', async () => {
    const visitor = await signedIn()
    const rules = await listRules(house.system.db, town.administrationId)
    const last = rules.at(-1)?.ruleId ?? ''
    await visitor.get(LIST)
    await visitor.submit({}, { form: 'orden', button: `up:${last}` })
    expect(visitor.page.text).toContain('Este orden todavía no está guardado.')
    expect(visitor.page.text).not.toContain('Nunca decide')
    expect(await names()).toEqual(['Baches', 'Dueña', 'Resto', 'Sugerencias'])
    await visitor.submit({}, { form: 'orden', button: 'preview' })
    expect(visitor.page.text).toContain('Todavía no hay casos con los que probar.')
    await visitor.submit({}, { form: 'orden', button: 'Guardar este orden' })
    expect(visitor.page.text).toContain('El orden cambió.')
    expect(await names()).toEqual(['Baches', 'Dueña', 'Sugerencias', 'Resto'])
  })

  it('warns before an order is kept in which a rule leaves nothing to the others', async () => {
    const visitor = await signedIn()
    const rules = await listRules(house.system.db, town.administrationId)
    const rest = rules.find(({ name }) => name === 'Resto')?.ruleId ?? ''
    await visitor.get(LIST)
    for (let up = 0; up < 3; up += 1) {
      await visitor.submit({}, { form: 'orden', button: `up:${rest}` })
    }
    await visitor.submit(
      { trialText: 'Hay un bache' },
      { form: 'orden', button: 'Guardar este orden' },
    )
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('las 3 reglas que siguen ya no decidirán nada')
    expect(visitor.page.text).toMatch(/Hoy Unidad Obras. Regla: Baches/)
    expect(visitor.page.text).toMatch(/Con el cambio Persona responsable.* Regla: Resto/)
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    expect((await names()).at(-1)).toBe('Resto')
  })

  it('switches a rule off and on again', async () => {
    const visitor = await signedIn()
    const [first] = await listRules(house.system.db, town.administrationId)
    await visitor.get(LIST)
    await visitor.post(`${LIST}/${first?.ruleId}/vigencia`, {
      state: 'off:1',
      _token: token(visitor),
    })
    expect(visitor.page.text).toContain('Apagada')
    await visitor.post(`${LIST}/${first?.ruleId}/vigencia`, {
      state: 'on:1',
      _token: token(visitor),
    })
    expect(visitor.page.text).toContain('Alguien cambió esto mientras usted escribía')
    await visitor.submit({}, { form: 'vigencia' })
    expect(visitor.page.text).not.toContain('Apagada')
  })
})

describe('the form of a rule', () => {
  it('adds a rule before a wider one that would leave nothing to it', async () => {
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
    expect(visitor.page.text).toContain('La regla quedó en la lista.')
    const rules = await listRules(house.system.db, town.administrationId)
    expect(rules.at(-1)?.name).toBe('Resto')
    expect(rules.at(-2)).toMatchObject({
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
    expect(rules.at(-2)).toMatchObject({ kinds: ['complaint', 'need'], words: ['fuga'] })
  })

  it('asks before it keeps a rule for a unit where nobody works, and keeps it when told to', async () => {
    const visitor = await signedIn()
    const before = await names()
    await visitor.get(`${LIST}/nueva`)
    await visitor.submit({ name: 'Podas', words: 'poda', desk: 'unit', unitId: town.parks })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Nadie recibe casos en Parques')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    expect(await names()).toEqual(before)
    await visitor.submit({ name: 'Podas' }, { button: 'new nobody_there' })
    expect(await names()).toEqual([...before.slice(0, -1), 'Podas', 'Resto'])
  })

  it('tells whoever is late, and the change can be undone', async () => {
    const [first, second] = [await signedIn(), await signedIn('sistemas')]
    const rules = await listRules(house.system.db, town.administrationId)
    const url = `${LIST}/${rules.find(({ name }) => name === 'Dueña')?.ruleId}`
    await first.get(url)
    await second.get(url)
    await first.submit({ priority: '1' })
    await second.submit({ priority: '2' })
    expect(second.page.status).toBe(422)
    expect(second.page.text).toContain('Alguien cambió esta regla mientras usted escribía')
    expect(second.page.text).toContain('tiene prioridad alta')
    const priority = async () =>
      (await listRules(house.system.db, town.administrationId)).find(({ name }) => name === 'Dueña')
        ?.priority
    expect(await priority()).toBe(1)
    await first.get('/personal/villa/cambios?de=routing_rule')
    expect(await htmlProblems(first.page.html)).toEqual([])
    await first.submit({}, { form: 'deshacer' })
    expect(first.page.text).toContain('Quedó como estaba antes.')
    expect(await priority()).toBe(0)
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
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(app.url + LIST)
      const grips = page.locator('[data-rule-number]')
      const [first, second] = [await grips.nth(0).boundingBox(), await grips.nth(1).boundingBox()]
      const name = await page.locator('[data-rule-name]').nth(1).textContent()
      await page.mouse.move((second?.x ?? 0) + 8, (second?.y ?? 0) + 8)
      await page.mouse.down()
      await page.mouse.move((first?.x ?? 0) + 8, (first?.y ?? 0) - 4, { steps: 4 })
      await page.mouse.up()
      expect(await page.locator('[data-rule-name]').first().textContent()).toBe(name)
      await page.getByRole('button', { name: 'Guardar este orden' }).click()
      await page.getByText('El orden cambió.').waitFor()
      expect((await names())[0]).toBe(name)
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

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { tellSustainmentDue } from '../../../src/improvements/practices/index.ts'
import { translator } from '../../../src/platform/i18n/index.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import type { Visitor } from '../../support/visitor.ts'
import { signIn } from '../../surveys/campaigns.ts'
import { adoptInDemo } from '../evaluation/adopt.ts'
import { photoOf } from '../evidence/send-photo.ts'

const HOME = '/personal/demo/practicas'
const IDEA = { name: 'Fila única', problem: 'La gente hacía tres filas', kind: 'replicated' }

let demo: DemoApp
let head: Visitor
let here: string

beforeAll(async () => {
  demo = await openDemoApp()
  await adoptInDemo(demo.test.system)
  head = await signIn(demo.app, 'jefatura')
})
afterAll(() => demo.close())

/** What the evaluation shows of a criterion's evidence, seen by the head of the centre. */
async function evaluation(): Promise<string> {
  return (await head.get('/personal/demo/evaluacion/criterios/buenas-practicas')).text
}

describe('A good practice', () => {
  it('BP-01, BP-02, BP-10: begins with its problem and says what its sheet lacks', async () => {
    await head.get(HOME)
    await head.submit({ name: '' })
    expect(head.page.text).toContain('Diga qué problema atiende')
    expect(await htmlProblems(head.page.html)).toEqual([])
    await head.submit(IDEA)
    here = head.page.path
    expect(head.page.text).toContain('Falta la ficha original de la práctica replicada.')
    expect(await htmlProblems(head.page.html)).toEqual([])
    const places = [...head.page.html.matchAll(/data-requirement="(BP-\d+)"/g)].map(([, id]) => id)
    const ids = Array.from({ length: 11 }, (_, n) => `BP-${String(n + 1).padStart(2, '0')}`)
    expect([...new Set(places)].sort()).toEqual(ids)
    await head.submit({ initiative: 'Una sola fila con turnos', 'met-model': 'yes' })
    expect(head.page.status).toBe(422)
    expect(head.page.text).toContain('Diga por qué')
    await head.submit({ 'reason-model': 'Mejora la opinión sobre la espera' })
    expect(head.page.text).toContain('Versión 2')
  })

  it('keeps both texts where two write one practice', async () => {
    const late = await signIn(demo.app, 'jefatura')
    await late.get(here)
    await head.submit({ benefit: 'Se espera menos' })
    await late.submit({ benefit: 'Se espera sentado' })
    expect(late.page.status).toBe(422)
    expect(late.page.text).toContain('Otra persona guardó esta ficha')
    expect(late.page.text).toMatch(/Lo que guardó la otra persona.*Se espera menos/)
    expect(late.page.html).toContain('Se espera sentado')
    await late.submit({ benefit: 'Se espera menos y sentado' })
    expect(late.page.text).toContain('Versión 4')
    await head.get(here)
  })

  it('BP-03, BP-04, BP-05: has draft and plan known by a liaison who wrote none of it', async () => {
    const chief = await signIn(demo.app, 'direccion')
    await chief.get(here)
    await chief.submit({}, { form: 'seenVersion' })
    expect(chief.page.text).toContain('Aún no hay anteproyecto')
    expect(await htmlProblems(chief.page.html)).toEqual([])
    await head.submit({ draft: 'Una fila con turnos en papel' })
    await head.submit({ what: '', dueOn: '2026-05-01' })
    expect(head.page.text).toContain('Diga qué se hará')
    await head.submit({ what: 'Comprar el turnero', dueOn: '2026-05-01' })
    await chief.submit({}, { form: 'seenVersion' })
    expect(chief.page.text).toContain('La práctica cambió mientras usted la leía')
    await chief.submit({}, { form: 'seenVersion' })
    expect(chief.page.text).toMatch(/conoce la versión 5 y su plan\. Acciones: 1/)
    expect(head.page.forms.some(({ id }) => id === 'seenVersion')).toBe(false)
    await head.click('Comprar el turnero')
    await head.click('Buena práctica')
    expect(head.page.path).toBe(here)
    await head.submit({ what: 'Pintar la fila', dueOn: '2026-05-02' })
    expect(head.page.text).toContain('El enlace tiene que verlo otra vez')
    await chief.get(here)
    await chief.submit({}, { form: 'seenVersion' })
    expect(chief.page.text).toMatch(/conoce la versión 5 y su plan\. Acciones: 2/)
  })

  it('BP-06, BP-07, BP-08, BP-10: is complete with evidence, original, results and tests', async () => {
    await head.get(here)
    const photo = await photoOf({ takenOn: '2026-02-20' })
    await head.submit({ file: photo, caption: 'La fila nueva' })
    await head.submit({ file: photo, caption: 'Ficha de otro municipio' })
    const original = head.page.html.match(/value="([0-9a-f-]{36})">Ficha de otro municipio/)![1]!
    const answers = ['benefit', 'impact', 'innovation'].flatMap((code) => [
      [`met-${code}`, 'yes'],
      [`reason-${code}`, 'Se midió'],
    ])
    await head.submit({
      ...{ originalId: original, adaptation: 'Con bancas', figures: 'De 40 a 15 minutos' },
      ...(Object.fromEntries(answers) as Record<string, string>),
    })
    expect(head.page.text).toMatch(/Ficha de innovación Completa/)
    const sheet = await head.request(`${here}/ficha.pdf`)
    expect(sheet.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const text = await evaluation()
    expect(text).toContain('Fila única: ficha de innovación')
    expect(text).toContain('Fila única: el enlace lo conoce')
  })

  it('BP-09: shows how many of the staff read of it', async () => {
    await head.get(here)
    await head.click('Darla a conocer')
    await head.submit({
      ...{ title: 'Así es la fila única', body: 'Tome un turno', how: 'En reunión' },
      ...{ begunOn: '2026-03-01', dueOn: '2026-03-30' },
    })
    await head.get(here)
    expect(head.page.text).toMatch(/Así es la fila única.*La leyeron 0 de \d+/)
  })

  it('BP-11: is recognised without conflict of interest while it is kept up', async () => {
    const award = { givenBy: 'Instituto de Calidad', givenOn: '2026-02-25' }
    await head.submit(award)
    expect(head.page.text).toContain('Sin esta declaración el reconocimiento no cuenta')
    expect(await htmlProblems(head.page.html)).toEqual([])
    await head.submit({ file: await photoOf({ takenOn: '2026-02-25' }), caption: 'Diploma' })
    const proofId = head.page.html.match(/value="([0-9a-f-]{36})">Diploma/)![1]!
    await head.submit({ ...award, proofId, noConflict: 'yes' })
    expect(head.page.text).toContain('Falta revisar que la práctica se mantiene.')
    await head.submit({ checkedOn: '2027-02-25', goesOn: 'yes', seen: 'Sigue' })
    expect(head.page.text).toContain('Ese día aún no llega')
    await head.submit({ checkedOn: '2026-02-28', goesOn: 'yes', seen: 'La fila sigue' })
    expect(head.page.text).not.toContain('Falta revisar que la práctica se mantiene.')
    expect(await htmlProblems(head.page.html)).toEqual([])
    expect(await evaluation()).toContain('Fila única: Instituto de Calidad')
    const { system } = demo.test
    const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
    const asked = { administrationId, slug: 'demo', t: translator('es'), lang: 'es' }
    const years = { from: '2026-01-01', until: '2027-12-31' }
    const due = await tellSustainmentDue(system.db, { ...asked, ...years })
    expect(due.map(({ title, on, doneOn }) => [title, on, doneOn])).toEqual([
      ['¿Sigue en marcha?: Fila única', '2026-12-31', '2026-02-28'],
      ['¿Sigue en marcha?: Fila única', '2027-12-31', null],
    ])
  })

  it('is read, and not written, by an evaluator', async () => {
    const evaluator = await signIn(demo.app, 'evaluacion')
    await evaluator.get(here)
    expect(evaluator.page.text).toContain('Una sola fila con turnos')
    expect(evaluator.page.forms.some(({ names }) => names.has('problem'))).toBe(false)
  })
})

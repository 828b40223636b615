import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { importCounts } from '../../../src/attentions/index.ts'
import { listAuditLines } from '../../../src/audit/index.ts'
import { readProofs } from '../../../src/improvements/proofs.ts'
import { tellProjectsDue } from '../../../src/improvements/projects/index.ts'
import { listGrantsOf } from '../../../src/people/index.ts'
import { revokeGrant } from '../../../src/people/grant-store.ts'
import { inTransaction } from '../../../src/platform/database/connection.ts'
import { translator } from '../../../src/platform/i18n/index.ts'
import { fileComplaint } from '../../cases/follow/followed-case.ts'
import { accountOf, signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { photoOf } from '../evidence/send-photo.ts'
import { closeGap, type ClosedGap } from './closed-gap.ts'

const HOME = '/personal/demo/proyectos'

let demo: DemoApp
let gap: ClosedGap
let project = ''

beforeAll(async () => {
  demo = await openDemoApp({ now: '2026-02-10T16:00:00Z' })
  const { system } = demo.test
  for (let n = 0; n < 20; n += 1) await fileComplaint(system)
  demo.test.clockAt('2026-03-02T16:00:00Z')
  gap = await closeGap(system)
  const { administrationId, centreId, serviceId } = gap
  const accountId = await accountOf(system, 'ventanilla')
  const deed = { administrationId, accountId, at: system.clock() }
  const counted = (day: string, attended: number) =>
    ({ centreId, serviceId, day, channel: 'counter', attended }) as const
  await importCounts(system, deed, [counted('2026-02-10', 1000), counted('2026-04-10', 2000)])
})
afterAll(() => demo.close())

async function open(name: string) {
  const visitor = await signIn(demo.app, name)
  await visitor.get(project)
  return visitor
}

describe('A project of improvement', () => {
  it('PM-01: begins with a gap of a closed analysis and carries its words over', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await owner.get(`${HOME}/nuevo`)
    expect(owner.page.text).toContain('La gente espera de pie y sin orden')
    await owner.submit({ title: '' })
    expect(owner.page.text).toContain('Escriba el nombre del proyecto')
    await owner.submit({ title: 'Turnos en la sala', endsOn: '2026-03-31' })
    expect(owner.page.path).toMatch(/\/plan$/)
    project = owner.page.path.replace(/\/plan$/, '')
    await owner.get(project)
    expect(owner.page.text).toContain('El proyecto dice lo mismo que la brecha')
    expect(owner.page.text).toContain('la principal del análisis')
    expect(owner.page.text).toContain('Espera: 20 de 60 casos')
    expect(await htmlProblems(owner.page.html)).toEqual([])
  })

  it('PM-05: is handed in once it says what, who, when and how its effect will be known', async () => {
    const owner = await open('mejora')
    await owner.submit({}, { form: 'paso-submit' })
    expect(owner.page.text).toContain('Falta decir cuánto cuesta')
    expect(owner.page.text).toContain('Escriba al menos una actividad en el plan')
    expect(owner.page.text).toContain('Elija primero cómo se medirá si mejoró')
    await owner.get(`${project}/plan`)
    await owner.submit({
      why: 'Nadie sabe cuándo le toca.',
      where: 'Sala de espera',
      how: 'Comprar el equipo y avisar.',
      howMuch: '12 000 pesos',
      goal: 'La mitad de quejas en un mes',
      feasibility: 'Hay presupuesto de la oficina.',
      feasible: 'yes',
      'what-0': 'Comprar el equipo de turnos',
      'evidence-0': 'Factura y foto',
      'endsOn-0': '2026-04-30',
    })
    expect(owner.page.text).toContain('Actividad 1: sus días deben caer dentro del proyecto')
    await owner.submit({ 'endsOn-0': '2026-03-20' })
    expect(owner.page.text).toContain('El plan quedó guardado')
    expect(owner.page.html).toContain('<svg')
  })

  it('NC-10: chooses its indicator with the figures of before', async () => {
    const owner = await open('mejora')
    await owner.click('Elegir cómo se medirá')
    expect(await htmlProblems(owner.page.html)).toEqual([])
    await owner.submit({ beforeUntil: '2026-03-02', afterDays: '30' })
    expect(owner.page.text).toContain('El tiempo de antes ya debe haber pasado')
    await owner.submit({ beforeUntil: '2026-02-28' })
    expect(owner.page.text).toContain('20 casos de 1,000 atenciones')
  })

  it('keeps both texts when two people write at once', async () => {
    const [owner, head] = [await open('mejora'), await open('jefatura')]
    await owner.get(`${project}/plan`)
    await head.get(`${project}/plan`)
    await owner.submit({ why: 'Nadie sabe su turno.' })
    await head.submit({ why: 'La fila no avanza.' })
    expect(head.page.status).toBe(409)
    expect(head.page.text).toContain('La otra persona escribió: Nadie sabe su turno.')
    expect(head.page.html).toContain('La fila no avanza.')
    expect((await owner.get(project)).text).toContain('Nadie sabe su turno.')
  })

  it('PM-02: shows where its words depart from those of the gap', async () => {
    const owner = await open('mejora')
    await owner.get(`${project}/plan`)
    await owner.submit({ action: 'Poner turnos por teléfono' })
    expect(owner.page.html).toContain('<del><span class="govuk-visually-hidden">Quitado: </span>')
    await owner.get(`${project}/plan`)
    await owner.submit({ action: 'Poner turnos numerados' })
    expect(owner.page.text).toContain('El proyecto dice lo mismo que la brecha')
  })

  it('hears the staff before it is decided, and says what was done with it', async () => {
    const window = await open('ventanilla')
    await window.submit({ comment: 'Falta una pantalla que se vea desde atrás.' })
    const owner = await open('mejora')
    await owner.submit({ outcome: 'partly', answer: 'Se mueve la pantalla que ya hay.' })
    expect(owner.page.text).toContain('Se tomó en parte. Se mueve la pantalla que ya hay.')
  })

  it('is approved by somebody who did not write it, and then its plan and indicator stay', async () => {
    const owner = await open('mejora')
    await owner.submit({}, { form: 'paso-submit' })
    expect(owner.page.text).toContain('Presentado')
    const head = await open('jefatura')
    expect(head.page.forms.some(({ id }) => id === 'paso-approve')).toBe(false)
    const chief = await open('direccion')
    await chief.submit({ reason: '' }, { form: 'paso-observe' })
    expect(chief.page.text).toContain('Escriba el motivo')
    await chief.submit({}, { form: 'paso-approve' })
    expect(chief.page.text).toContain('Quedó fijo cuando se aprobó el proyecto')
    expect((await owner.get(`${project}/plan`)).status).toBe(403)
    expect((await owner.get(`${project}/indicador`)).status).toBe(403)
  })

  it('PM-06: records what the platform of somebody else says of it', async () => {
    const owner = await open('mejora')
    const official = { platform: 'Plataforma estatal', number: 'F-18', status: 'approved' }
    await owner.submit({ ...official, on: '2026-03-09', proof: 'Oficio 7' })
    expect(owner.page.text).toContain('Ese día todavía no llega')
    await owner.submit({ ...official, on: '2026-03-02', proof: 'Oficio 7' })
    expect(owner.page.text).toContain('Aprobado : Plataforma estatal, F-18')
  })

  it('PM-08: reports its progress beside the plan, and the evaluator says whether it is so', async () => {
    demo.test.clockAt('2026-03-16T16:00:00Z')
    const owner = await open('mejora')
    await owner.submit({}, { form: 'paso-begin' })
    const [done] = owner.page.forms.flatMap(({ names }) =>
      [...names].filter((name) => name.startsWith('done-')),
    )
    await owner.submit({ [done!]: '120', progress: 'Se compró.' })
    expect(owner.page.text).toContain('Escriba un número de 0 a 100')
    await owner.submit({ [done!]: '100', progress: 'Se compró y está puesto.' })
    expect(owner.page.text).toContain('Según el plan, 79 %. Hecho, 100 %.')
    const photo = { file: await photoOf({ takenOn: '2026-03-16' }), takenOn: '2026-03-16' }
    await owner.submit({ ...photo, caption: 'Los turnos', spot: 'Sala' })
    expect(owner.page.text).toContain('El archivo quedó guardado')
    const evaluator = await open('evaluacion')
    await evaluator.submit({ result: 'differs', note: '' })
    expect(evaluator.page.text).toContain('Escriba qué vio distinto')
    await evaluator.submit({ result: 'agrees' })
    expect(evaluator.page.text).toContain('lo comprobó.')
  })

  it('NC-10: is verified once its effect was counted, as a hand counts it', async () => {
    demo.test.clockAt('2026-03-30T16:00:00Z')
    const owner = await open('mejora')
    await owner.submit({}, { form: 'paso-finish' })
    expect(owner.page.text).toContain('Se podrá medir después del 29 de abril de 2026')
    demo.test.clockAt('2026-04-10T16:00:00Z')
    for (let n = 0; n < 5; n += 1) await fileComplaint(demo.test.system)
    demo.test.clockAt('2026-05-04T16:00:00Z')
    const evaluator = await open('evaluacion')
    await evaluator.submit({}, { form: 'paso-verify' })
    expect(evaluator.page.text).toContain('Mida primero lo que cambió')
    await evaluator.submit({}, { form: 'efecto' })
    // (5/2000)/(20/1000) = 0.125; e^(ln 0.125 ± 1.96·√(1/5 + 1/20)) = 0.047 to 0.333
    expect(evaluator.page.text).toContain(
      'hay ahora 13 (con 95 % de confianza, entre 5 y 33). Razón: 0.13 (0.05 a 0.33)',
    )
    expect(evaluator.page.text).toContain('Mejoró')
    await evaluator.submit({}, { form: 'paso-verify' })
    expect(evaluator.page.text).toContain('Verificado')
    expect(await htmlProblems(evaluator.page.html)).toEqual([])
  })

  it('PM-08: proves itself, with its papers written from what it holds', async () => {
    const { system } = demo.test
    const { administrationId, centreId } = gap
    const place = { administrationId, centreId, slug: 'demo' }
    const asked = { ...place, year: 2026, today: '2026-05-04', lang: 'es', t: translator('es') }
    const proofs = [...(await readProofs(system, asked)).values()].flat()
    const own = proofs.filter(({ title }) => title === 'Turnos en la sala')
    expect(own.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'project.from_gap proved',
      'project.plan proved',
      'project.approved proved',
      'project.official_status proved',
      'project.progress proved',
      'effect.before_after proved',
    ])
    const owner = await signIn(demo.app, 'mejora')
    for (const [paper, words] of [
      ['ficha', 'Espera: 20 de 60 casos'],
      ['informe', 'Razón: 0.13'],
      ['lecciones', 'Falta una pantalla que se vea desde atrás'],
    ]) {
      const answer = await owner.request(`${project}/${paper}.pdf`)
      expect(readPdf(Buffer.from(await answer.arrayBuffer())).text).toContain(words)
    }
  })

  it('does not exist for those of another centre and stands in the list of the rest', async () => {
    const chief = await signIn(demo.app, 'direccion')
    expect((await chief.get(`${HOME}?centro=norte`)).text).toContain('Todavía no hay proyectos')
    expect((await chief.get(HOME)).text).toContain('Turnos en la sala')
    expect(await htmlProblems(chief.page.html)).toEqual([])
    expect((await chief.get(`${HOME}/00000000-0000-4000-8000-000000000000`)).status).toBe(404)
  })
})

describe('The short road', () => {
  it('carries a complaint, its cause, one action, who and until when on one page', async () => {
    const { caseNumber } = await fileComplaint(demo.test.system)
    const head = await signIn(demo.app, 'jefatura')
    await head.get(`${HOME}/corto?caso=${caseNumber}`)
    expect(await htmlProblems(head.page.html)).toEqual([])
    const told = { problem: 'El letrero confunde', action: 'Cambiar el letrero', before: 'Borroso' }
    await head.submit({ ...told, caseNumber: 'DEMO-2026-999999', endsOn: '2026-05-20' })
    expect(head.page.text).toContain('No encontramos ese caso')
    await head.submit({ ...told, caseNumber, endsOn: '2026-05-20' })
    expect(head.page.heading).toContain('Cambiar el letrero')
    expect(head.page.text).toContain('Quedó presentado')
  })

  it('shows whoever improves what was said without who said it, and notes the look', async () => {
    const { system } = demo.test
    const description = 'Soy Juan Pérez, mi teléfono es 55 1234 5678. El letrero confunde.'
    const { caseNumber } = await fileComplaint(system, { description })
    const owner = await signIn(demo.app, 'mejora')
    expect((await owner.get(`/personal/demo/casos/${caseNumber}`)).status).not.toBe(200)
    await owner.get(`${HOME}/corto`)
    await owner.click(caseNumber)
    expect(owner.page.text).toContain('El letrero confunde')
    expect(owner.page.text).not.toMatch(/Pérez|5678/)
    expect(await htmlProblems(owner.page.html)).toEqual([])
    const [look] = await listAuditLines(system.db, { administrationId: gap.administrationId }, 1)
    const accountId = await accountOf(system, 'mejora')
    const masked = { action: 'looked_at_case', accountId, details: { masked: true } }
    expect(look).toMatchObject(masked)
    expect(look?.caseId).not.toBeNull()
  })
})

describe('Whoever approves', () => {
  it('is a post that the administration enters', async () => {
    const chief = await signIn(demo.app, 'direccion')
    await chief.get(`${HOME}/aprobacion`)
    await chief.submit({ roles: ['claims_manager'] })
    expect(chief.page.text).toContain('Quedó guardado quién aprueba')
    await chief.get(HOME)
    await chief.click('Cambiar el letrero')
    expect(chief.page.forms.some(({ id }) => id === 'paso-approve')).toBe(false)
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(chief.page.path)
    await manager.submit({}, { form: 'paso-approve' })
    expect(manager.page.text).toContain('Aprobado')
  })

  it('says what falls due while it runs', async () => {
    const { administrationId } = gap
    const days = { from: '2026-05-01', until: '2026-05-31' }
    const asked = { administrationId, slug: 'demo', ...days, lang: 'es', t: translator('es') }
    const chief = await signIn(demo.app, 'mejora')
    await chief.get(HOME)
    await chief.click('Cambiar el letrero')
    await chief.submit({}, { form: 'paso-begin' })
    const due = await tellProjectsDue(demo.test.system.db, asked)
    expect(due.map(({ kind, on, title }) => [kind, on, title])).toEqual([
      ['task', '2026-05-20', 'Cambiar el letrero: Cambiar el letrero'],
      ['progress', '2026-05-20', 'Informe de avance: Cambiar el letrero'],
    ])
  })

  it('is told when whoever owes it left: its days stay, and somebody else is named', async () => {
    const { system } = demo.test
    const owner = await signIn(demo.app, 'mejora')
    await owner.get(HOME)
    await owner.click('Cambiar el letrero')
    const window = await accountOf(system, 'ventanilla')
    await owner.submit({ to: window })
    expect(owner.page.text).not.toContain('ya no trabaja aquí')
    const [grant] = await listGrantsOf(system.db, [window])
    await inTransaction(system.db, (tx) =>
      revokeGrant(tx, grant!.grantId, { by: null, at: system.clock() }),
    )
    await owner.get(owner.page.path)
    expect(owner.page.text).toContain('La persona a cargo ya no trabaja aquí')
    expect(owner.page.text).toContain('20 de mayo de 2026')
    await owner.submit({ to: await accountOf(system, 'mejora') })
    expect(owner.page.text).not.toContain('La persona a cargo ya no trabaja aquí')
  })

  it('is finished in one go once all of it is done', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await owner.get(HOME)
    await owner.click('Cambiar el letrero')
    await owner.submit({ progress: 'El letrero está puesto.' }, { button: 'ya está todo hecho' })
    expect(owner.page.text).toContain('Terminado')
    expect(owner.page.text).toContain('Falta que quien evalúa lo verifique')
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import { setRhythm } from '../../../src/analysis/reports/index.ts'
import { planTask } from '../../../src/improvements/tasks/index.ts'
import { remindReports } from '../../../src/improvements/year/actions/remind-reports.ts'
import { setTerms } from '../../../src/improvements/year/actions/set-terms.ts'
import { tellWeek } from '../../../src/improvements/year/actions/tell-week.ts'
import { registerYearJobs } from '../../../src/improvements/year/index.ts'
import { deliverNotices } from '../../../src/notices/index.ts'
import { accountOf, signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { startMailbox, type Mailbox } from '../../support/mailbox.ts'
import { Visitor } from '../../support/visitor.ts'
import { makeProject } from '../told/verified-project.ts'

const YEAR = '/personal/demo/anio'

let demo: DemoApp
let mailbox: Mailbox
let administrationId = ''

beforeAll(async () => {
  mailbox = await startMailbox()
  demo = await openDemoApp({ env: { SMTP_URL: mailbox.url } })
  registerYearJobs(demo.test.system)
  const { system } = demo.test
  const { administration } = await getBookRules(system, 'demo', system.clock())
  administrationId = administration.administrationId
  await planTask(
    system,
    { administrationId, accountId: null, at: system.clock() },
    {
      ...{ administrationId, centreId: null, origin: 'gap', originId: 'x' },
      ...{
        ownerId: await accountOf(system, 'mejora'),
        what: 'Avisar a Juana',
        dueOn: '2026-04-10',
      },
    },
  )
})
afterAll(async () => {
  await demo.close()
  await mailbox.close()
})

describe('The calendar of the year', () => {
  it('shows what falls due by month, and to each what is theirs', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(YEAR)
    expect(manager.page.text).toContain('abril de 2026')
    expect(manager.page.text).toContain('Avisar a Juana')
    expect(await htmlProblems(manager.page.html)).toEqual([])
    expect((await manager.get(`${YEAR}?de=mias`)).text).not.toContain('Avisar a Juana')
  })

  it('is read by a calendar program without any text or name, until the address is ended', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await owner.get(YEAR)
    await owner.submit({}, { form: 'suscripcion' })
    const address = /\/personal\/calendario\/[\w-]+\.ics/.exec(owner.page.text)![0]
    const program = new Visitor(demo.app)
    const answer = await program.request(address)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const text = await answer.text()
    expect(text).toContain('DTSTART;VALUE=DATE:20260410\r\n')
    expect(text).toContain('SUMMARY:Tarea\r\n')
    expect(text).not.toContain('Juana')
    await owner.get(YEAR)
    await owner.submit({}, { form: 'suscripcion/fin' })
    expect((await program.request(address)).status).toBe(404)
  })
})

const at = (text: string) => new Date(text)
const letter = (words: string) =>
  mailbox.letters.findLast(({ subject }) => subject?.includes(words))?.text

describe('What nobody plans by hand', () => {
  it('falls due as the administration said: reports of periods and evaluations of centres', async () => {
    const chief = await signIn(demo.app, 'direccion')
    await chief.get(YEAR)
    expect(chief.page.text).not.toContain('Autoevaluación de 2026')
    await chief.submit({ evaluationMonth: '11', reportDays: 'pronto' })
    expect(chief.page.text).toContain('Escriba un número de días')
    await setRhythm(demo.test.system, await deedOf('direccion'), 'quarter')
    await chief.submit({ evaluationMonth: '11', reportDays: '20', remindBefore: '3' })
    expect(chief.page.text).toContain('Quedó guardado cuándo vence')
    expect(chief.page.text).toMatch(/30 nov 2026 Autoevaluación de 2026/)
    expect(chief.page.text).toMatch(/20 abr 2026 Informe de .*primer trimestre.* de 2026/i)
    expect(await htmlProblems(chief.page.html)).toEqual([])
    const window = await signIn(demo.app, 'analisis')
    await window.get(YEAR)
    expect(window.page.text).not.toContain('Cuándo vence y cuándo se avisa')
  })
})

describe('Whoever owes something', () => {
  it('gets one letter on Monday with all of the week, whatever it is', async () => {
    const { system } = demo.test
    // its activity and its only report are due on the last day of March
    await makeProject(system, 'in_progress')
    demo.test.clockAt('2026-03-30T16:00:00Z')
    expect(await tellWeek(system, at('2026-03-31T16:00:00Z'))).toBe(0)
    expect(await tellWeek(system, at('2026-03-30T12:00:00Z'))).toBe(0)
    expect(await tellWeek(system, at('2026-03-30T16:00:00Z'))).toBe(1)
    expect(await tellWeek(system, at('2026-03-30T17:00:00Z'))).toBe(0)
    await deliverNotices(system)
    const week = letter('Lo que le toca esta semana: 2')
    expect(week).toContain('Tarea: Poner turnos numerados')
    expect(week).toContain('Informe de avance: Poner turnos numerados')
  })

  it('is reminded of a progress report as many days before and after as was said, once', async () => {
    const { system } = demo.test
    expect(await remindReports(system, at('2026-03-27T16:00:00Z'))).toBe(0)
    expect(await remindReports(system, at('2026-03-28T16:00:00Z'))).toBe(1)
    expect(await remindReports(system, at('2026-03-28T18:00:00Z'))).toBe(0)
    await deliverNotices(system)
    expect(letter('Pronto toca su informe de avance')).toContain('31 de marzo de 2026')
    const terms = { reportDays: null, evaluationMonth: null, remindBefore: null, remindAfter: 2 }
    await setTerms(system, await deedOf('direccion'), terms)
    demo.test.clockAt('2026-04-02T16:00:00Z')
    expect(await remindReports(system, at('2026-04-02T16:00:00Z'))).toBe(1)
    await deliverNotices(system)
    expect(letter('Falta su informe de avance')).toContain('Aún puede darlo')
  })
})

async function deedOf(name: string) {
  const { system } = demo.test
  const accountId = await accountOf(system, name)
  return { administrationId, accountId, at: system.clock() }
}

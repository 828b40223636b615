import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { getBookRules } from '../../src/administrations/index.ts'
import { assignCase } from '../../src/cases/actions/assign-case.ts'
import { approveAnswer, returnDraft } from '../../src/cases/actions/decide-answer.ts'
import { redirectCase, transferCase } from '../../src/cases/actions/end-case.ts'
import { correctCase, rateCase } from '../../src/cases/actions/answer-back.ts'
import { requestCorrection } from '../../src/cases/actions/request-correction.ts'
import type { StaffRequest } from '../../src/cases/actions/take-step.ts'
import { acceptCase, submitDraft } from '../../src/cases/actions/work-on-case.ts'
import { findCase } from '../../src/cases/case-store.ts'
import { caseDeadlineWatch } from '../../src/cases/deadline-watch.ts'
import { caseViewer } from '../../src/cases/case-viewer.ts'
import { registerCaseNotices } from '../../src/cases/index.ts'
import { registerNoticeJobs } from '../../src/notices/index.ts'
import { findAccountByEmail, listGrantsOf } from '../../src/people/index.ts'
import { watchDeadlines } from '../../src/deadlines/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { sendJson } from '../support/json.ts'
import { startMailbox, type Mailbox } from '../support/mailbox.ts'
import { answerCase } from './staff-at-work.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'

const ANA = 'ana@correo.example'

let house: TestSystem
let app: RunningApp
let mailbox: Mailbox

beforeEach(async () => {
  mailbox = await startMailbox()
  house = await openDemoBook({ env: { SMTP_URL: mailbox.url } })
  app = await startApp(house.system)
  registerCaseNotices()
  registerNoticeJobs(house.system)
})
afterEach(async () => {
  await app.close()
  await house.close()
  await mailbox.close()
})

async function file(more: object = {}) {
  const body = {
    kind: 'complaint',
    centre: 'centro',
    service: 'predial',
    description: 'Esperé tres horas en la fila y nadie me atendió.',
    person: { names: 'Ana', firstSurname: 'Robles', email: ANA },
    answerBy: 'email',
    consents: { electronicNotice: true },
    ...more,
  }
  const { body: receipt } = await sendJson<{ caseNumber: string; trackingToken: string }>(
    app,
    'POST',
    '/api/v1/administrations/demo/cases',
    { body, headers: { 'Idempotency-Key': `key-${Math.random()}` } },
  )
  return receipt
}

/** Works off the outbox and gives the letters that arrived since the last time. */
async function arrived() {
  const before = mailbox.letters.length
  await house.system.jobs.drain()
  return mailbox.letters.slice(before)
}

function to(letters: Mailbox['letters'], address: string) {
  return letters.find((letter) => letter.to?.some((one) => one.address === address))
}

async function book() {
  return getBookRules(house.system, 'demo', house.system.clock())
}

async function caseOf(caseNumber: string) {
  const { administrationId } = (await book()).administration
  const item = await findCase(house.system.db, { administrationId, caseNumber })
  if (!item) throw new Error('no case')
  return item
}

async function as(name: string, caseNumber: string): Promise<StaffRequest> {
  const { db } = house.system
  const account = await findAccountByEmail(db, `${name}@demo.example`)
  if (!account) throw new Error('no account')
  const { accountId, email, language } = account
  const grants = await listGrantsOf(db, [accountId])
  const staff = { accountId, name, email, language, grants, workplaces: [] }
  const { administrationId, historyLength } = await caseOf(caseNumber)
  const viewer = caseViewer(staff, await book())
  return { viewer, ref: { administrationId, caseNumber }, seenLength: historyLength }
}

async function toUnit(caseNumber: string) {
  const { units } = await book()
  const account = await findAccountByEmail(house.system.db, 'unidad@demo.example')
  const grant = (await listGrantsOf(house.system.db, [account?.accountId ?? '']))[0]
  const unitId = grant?.unitId ?? units[0]?.unitId ?? ''
  const handlerId = account?.accountId ?? null
  const request = await as('responsable', caseNumber)
  await assignCase(house.system, request, { unitId, handlerId }, house.system.clock())
}

async function draft(caseNumber: string) {
  const { system } = house
  await acceptCase(system, await as('unidad', caseNumber), system.clock())
  const { regime } = await book()
  const outcome = regime.outcomes.find(({ kinds }) => kinds.includes('complaint'))?.code ?? ''
  const answer = { outcome, body: 'Tenía razón: abriremos otra ventanilla.', measures: '' }
  await submitDraft(system, await as('unidad', caseNumber), answer, system.clock())
}

describe('the receipt of a filing', () => {
  it('reaches the person with number, secret and date', async () => {
    const { caseNumber, trackingToken } = await file()
    const letter = to(await arrived(), ANA)
    expect(letter?.subject).toBe(`Caso ${caseNumber}: lo recibimos`)
    expect(letter?.text).toContain(trackingToken)
    expect(letter?.text).toContain('Le responderemos a más tardar el')
    expect(letter?.text).toContain('Por qué esa fecha')
    expect(letter?.text).not.toContain('tres horas')
  })

  it('leaves neither secret nor address in outbox or queue', async () => {
    const { trackingToken } = await file()
    await house.system.jobs.drain()
    const rows = await sql<{ all: string }>`
      select (select json_agg(n) from notices n)::text || (select json_agg(j) from pgboss.job j)::text
        as all`.execute(house.system.db)
    const kept = rows.rows[0]?.all ?? ''
    expect(kept).toContain('case_received')
    expect(kept).not.toContain(trackingToken)
    expect(kept).not.toContain(ANA)
  })

  it('is not sent to somebody who wants no e-mail', async () => {
    await file({ answerBy: 'none', consents: { electronicNotice: false } })
    expect(to(await arrived(), ANA)).toBeUndefined()
  })
})

/** The hourly watch at noon of a day, and the letters it sent. */
async function watchedOn(day: string) {
  house.clockAt(`${day}T18:00:00Z`)
  const { system } = house
  await watchDeadlines(system.db, system.clock(), caseDeadlineWatch(system))
  return arrived()
}

describe('what is still missing', () => {
  const ask = async (more: object = {}) => {
    house.clockAt('2026-03-02T16:00:00Z')
    const { caseNumber } = await file(more)
    const request = await as('responsable', caseNumber)
    await requestCorrection(house.system, request, '¿En qué ventanilla fue?', house.system.clock())
    await arrived()
    return caseNumber
  }

  it('is asked for once more before the term of the person ends', async () => {
    const caseNumber = await ask()
    expect(to(await watchedOn('2026-03-04'), ANA)).toBeUndefined()
    const letter = to(await watchedOn('2026-03-06'), ANA)
    expect(letter?.subject).toContain(caseNumber)
    expect(letter?.text).toContain('¿En qué ventanilla fue?')
    expect(letter?.text).toContain('9 de marzo de 2026')
    expect(await watchedOn('2026-03-06')).toEqual([])
  })

  it('is not asked for again once it came, nor of who wants no letters', async () => {
    const caseNumber = await ask()
    const { administrationId } = await caseOf(caseNumber)
    const reply = { text: 'En la dos.', attachmentIds: [] }
    const now = house.system.clock()
    await correctCase(house.system, { administrationId, caseNumber }, reply, now)
    await ask({ answerBy: 'pickup', consents: { electronicNotice: false } })
    await arrived()
    expect(to(await watchedOn('2026-03-06'), ANA)).toBeUndefined()
  })
})

describe('whether an answer helped', () => {
  const answered = async (more: object = {}) => {
    house.clockAt('2026-03-02T16:00:00Z')
    const { caseNumber } = await file(more)
    await answerCase(house.system, caseNumber)
    await arrived()
    return caseNumber
  }

  it('is asked once, some days after it was delivered', async () => {
    const caseNumber = await answered()
    expect((await caseOf(caseNumber)).state).toBe('notified')
    expect(await watchedOn('2026-03-03')).toEqual([])
    const letter = to(await watchedOn('2026-03-05'), ANA)
    expect(letter?.subject).toBe(`Caso ${caseNumber}: ¿lo resolvimos?`)
    expect(await watchedOn('2026-03-06')).toEqual([])
  })

  it('is not asked of who said it already, nor of who wants no letters', async () => {
    const { administrationId, caseNumber } = await caseOf(await answered())
    const opinion = { resolved: 'yes', satisfaction: 5, comment: '' } as const
    const now = house.system.clock()
    await rateCase(house.system, { administrationId, caseNumber }, opinion, now)
    await answered({ answerBy: 'pickup', consents: { electronicNotice: false } })
    await arrived()
    expect(await watchedOn('2026-03-05')).toEqual([])
  })
})

describe('danger in the words', () => {
  const DANGER = { description: 'Hay una fuga de gas en la ventanilla 2.' }

  it('is told to the address of the centre, once where its head reads it', async () => {
    await file(DANGER)
    const told = (await arrived()).filter(({ subject }) => subject?.includes('peligro'))
    expect(told.map((letter) => letter.to?.[0]?.address)).toEqual(['jefatura@demo.example'])
  })

  it('is told to the head of the centre too', async () => {
    await sql`update centres set emergency_email = 'guardia@demo.example'`.execute(house.system.db)
    await sql`update administrations set revision = revision + 1`.execute(house.system.db)
    await file(DANGER)
    const told = (await arrived()).filter(({ subject }) => subject?.includes('peligro'))
    expect(told.map((letter) => letter.to?.[0]?.address).sort()).toEqual([
      'guardia@demo.example',
      'jefatura@demo.example',
    ])
  })
})

describe('the steps of a case', () => {
  it('tell staff where to look, and never what the person wrote', async () => {
    const { caseNumber } = await file()
    await arrived()
    await toUnit(caseNumber)
    const assigned = to(await arrived(), 'unidad@demo.example')
    expect(assigned?.subject).toBe(`Caso ${caseNumber}: se le asignó`)
    expect(assigned?.text).toContain(`http://libro.test/personal/demo/casos/${caseNumber}`)
    expect(assigned?.text).not.toContain('tres horas')
    await draft(caseNumber)
    const submitted = to(await arrived(), 'responsable@demo.example')
    expect(submitted?.subject).toBe(`Caso ${caseNumber}: hay una respuesta por revisar`)
    const request = await as('responsable', caseNumber)
    await returnDraft(house.system, request, 'Falta la fecha.', house.system.clock())
    const returned = to(await arrived(), 'unidad@demo.example')
    expect(returned?.subject).toBe(`Caso ${caseNumber}: la respuesta vuelve a usted`)
    expect(returned?.text).not.toContain('Falta la fecha')
  })

  it('ask the person for what is missing, with the date', async () => {
    const { caseNumber } = await file()
    await arrived()
    const request = await as('responsable', caseNumber)
    await requestCorrection(house.system, request, '¿Qué día fue?', house.system.clock())
    const letter = to(await arrived(), ANA)
    expect(letter?.text).toContain('¿Qué día fue?')
    expect(letter?.text).toContain('para responder')
    expect(letter?.text).toContain('está detenido')
  })

  it('tell the person who answers from now on', async () => {
    const { caseNumber } = await file()
    await arrived()
    const target = { body: 'Comisión del Agua', number: 'CA-7', reason: 'Es su competencia.' }
    await transferCase(
      house.system,
      await as('responsable', caseNumber),
      target,
      house.system.clock(),
    )
    const letter = to(await arrived(), ANA)
    expect(letter?.text).toContain('Comisión del Agua')
    expect(letter?.text).toContain('CA-7')
    expect(letter?.text).toContain('Es su competencia.')
  })

  it('tell the person why a case ended', async () => {
    const { caseNumber } = await file()
    await arrived()
    const request = await as('responsable', caseNumber)
    const target = { procedure: 'Recurso de revisión', reason: 'Hay un plazo para eso.' }
    await redirectCase(house.system, request, target, house.system.clock())
    const letter = to(await arrived(), ANA)
    expect(letter?.text).toContain('se resuelve por otra vía')
    expect(letter?.text).toContain('Hay un plazo para eso.')
  })

  it('cancel a letter that the case has outrun', async () => {
    const { caseNumber } = await file()
    await arrived()
    const asking = await as('responsable', caseNumber)
    await requestCorrection(house.system, asking, '¿Qué día fue?', house.system.clock())
    await sql`update cases set state = 'in_triage' where case_number = ${caseNumber}`.execute(
      house.system.db,
    )
    expect(to(await arrived(), ANA)).toBeUndefined()
  })
})

describe('an answer by e-mail', () => {
  async function answered() {
    const { caseNumber } = await file()
    await toUnit(caseNumber)
    await draft(caseNumber)
    await arrived()
    const request = await as('responsable', caseNumber)
    await approveAnswer(house.system, request, house.system.clock())
    return caseNumber
  }

  async function deliveriesOf(caseNumber: string) {
    const { caseId } = await caseOf(caseNumber)
    const { rows } = await sql<{ method: string; state: string; proof: string | null }>`
      select method, state, proof from deliveries where case_id = ${caseId} order by started_at, method`.execute(
      house.system.db,
    )
    return rows
  }

  it('is delivered when the server took it, and its words are the proof', async () => {
    const caseNumber = await answered()
    expect(to(await arrived(), ANA)?.text).toContain('Tenía razón: abriremos otra ventanilla.')
    expect((await caseOf(caseNumber)).state).toBe('notified')
    const [delivery] = await deliveriesOf(caseNumber)
    expect(delivery).toMatchObject({ method: 'email', state: 'delivered' })
    expect(delivery?.proof).toContain('queued as')
    expect(delivery?.proof).not.toContain('@')
  })

  it('falls back to another way when the address is refused, and the responsible is told', async () => {
    const caseNumber = await answered()
    mailbox.refuse(ANA)
    const letters = await arrived()
    expect(to(letters, 'responsable@demo.example')?.subject).toBe(
      `Caso ${caseNumber}: la respuesta no llegó`,
    )
    expect((await caseOf(caseNumber)).state).toBe('response_issued')
    expect((await deliveriesOf(caseNumber)).map(({ state }) => state).sort()).toEqual([
      'failed',
      'pending',
    ])
  })

  it('stays open while nobody knows whether it came', async () => {
    const caseNumber = await answered()
    mailbox.whenTaken(async () => 'hang up')
    await arrived()
    expect((await caseOf(caseNumber)).state).toBe('response_issued')
    expect(await deliveriesOf(caseNumber)).toEqual([
      expect.objectContaining({ method: 'email', state: 'pending' }),
    ])
  })
})

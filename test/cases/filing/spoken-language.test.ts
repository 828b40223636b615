import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { hasRouted, listLastFilings } from '../../../src/cases/index.ts'
import { addRule } from '../../../src/routing/actions/add-rule.ts'
import { listRules } from '../../../src/routing/routing-rule-store.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { sendJson } from '../../support/json.ts'
import type { Visitor } from '../../support/visitor.ts'
import { buildRule } from '../../routing/build-rule.ts'
import { erase } from '../split/split-case.ts'
import { openDeskHouse, type DeskHouse, type Receipt } from '../working/desk-house.ts'
import { codesOn, complainUntil } from './way.ts'

const CASES = '/api/v1/administrations/demo/cases'

let house: DeskHouse
let manager: Visitor
beforeAll(async () => {
  house = await openDeskHouse()
  manager = await house.signedIn('responsable')
}, 90_000)
afterAll(() => house.close())

interface Asked {
  language?: string
  needs?: readonly string[]
}

/** Files on the pages, asking to be spoken to in a language and with support. */
async function ask({ language = '', needs = [] }: Asked) {
  const visitor = await complainUntil(house.app, 'respuesta')
  const wanted = Object.fromEntries(needs.map((need) => [`need_${need}`, 'yes']))
  await visitor.submit({ answerBy: 'pickup', spokenLanguage: language, ...wanted })
  await visitor.submit({ names: 'Ana', firstSurname: 'Ñúñez' })
  const check = visitor.page
  await visitor.submit({}, { form: 'send' })
  return { check, caseNumber: codesOn(visitor.page).number }
}

const pageOf = (caseNumber: string) => `/personal/demo/casos/${caseNumber}`

async function keptOf({ caseNumber }: Receipt) {
  const { rows } = await sql`
    select support_needs, spoken_language
    from case_people join cases using (administration_id, case_id)
    where case_number = ${caseNumber}
  `.execute(house.test.system.db)
  return rows
}

describe('The language in which a person is spoken to', () => {
  it('is asked with the answer, in the languages of the administration, and nobody must say it', async () => {
    const visitor = await complainUntil(house.app, 'respuesta')
    expect(visitor.page.text).toContain('Quechua')
    expect(visitor.page.text).toContain('Lengua de señas mexicana')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    const { check, caseNumber } = await ask({})
    expect(check.text).not.toContain('Lengua en que le hablamos')
    expect((await manager.get(pageOf(caseNumber))).text).not.toContain('Pide que le hablen')
  })

  it('is shown to the person before sending, on the desk and on the page of the case', async () => {
    const { check, caseNumber } = await ask({ language: 'nah' })
    expect(check.text).toContain('Náhuatl')
    const desk = await manager.get('/personal/demo/casos?vista=open&lengua=nah')
    expect(desk.text).toContain(caseNumber)
    expect(desk.html).toContain('Náhuatl</')
    expect((await manager.get(pageOf(caseNumber))).text).toMatch(/Pide que le hablen en\s+Náhuatl/)
    const others = await manager.get('/personal/demo/casos?vista=open&lengua=que')
    expect(others.text).not.toContain(caseNumber)
  })

  it('decides where the case goes, where a rule says so', async () => {
    const { system } = house.test
    const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
    const { rows: some } = await sql<{
      account_id: string
    }>`select account_id from accounts limit 1`.execute(system.db)
    const deed = { administrationId, accountId: some[0]?.account_id ?? '', at: system.clock() }
    const { ruleId: _, ...rule } = buildRule('', { name: 'Quechua', languages: ['que'] })
    const wanted = { ...rule, desk: 'centre' as const, priority: 1 as const }
    await addRule(system.db, deed, wanted)
    const headers = { 'Idempotency-Key': 'quechua' }
    const body = {
      kind: 'need',
      centre: 'centro',
      description: 'Hace falta quien hable quechua.',
      spokenLanguage: 'que',
    }
    const { body: receipt } = await sendJson<{ caseNumber: string }>(house.app, 'POST', CASES, {
      body,
      headers,
    })
    const { rows } = await sql<{ desk: string; priority: number; spoken_language: string }>`
      select desk, priority, spoken_language from cases where case_number = ${receipt.caseNumber}
    `.execute(system.db)
    expect(rows).toEqual([{ desk: 'centre', priority: 1, spoken_language: 'que' }])
    const [last] = await listLastFilings(system.db, administrationId, 200)
    expect(last).toMatchObject({ kind: 'need', spokenLanguage: 'que', text: body.description })
    const ruled = (await listRules(system.db, administrationId)).find(
      ({ name }) => name === 'Quechua',
    )
    expect(await hasRouted(system.db, administrationId, ruled?.ruleId ?? '')).toBe(true)
  })

  it('is refused where the administration does not speak it', async () => {
    const body = { kind: 'need', centre: 'centro', description: 'x', spokenLanguage: 'tlh' }
    const { status, body: problem } = await sendJson<{ errors: object[] }>(
      house.app,
      'POST',
      CASES,
      { body, headers: { 'Idempotency-Key': 'klingon' } },
    )
    expect(status).toBe(422)
    expect(problem.errors).toMatchObject([{ field: '/spokenLanguage', code: 'unknown' }])
  })
})

describe('The support that a person asks for', () => {
  it('is shown to whoever sees the person, and to nobody on the desk', async () => {
    const { check, caseNumber } = await ask({ needs: ['hearing', 'understanding'] })
    expect(check.text).toContain('No oigo bien')
    expect((await manager.get(pageOf(caseNumber))).text).toContain('No oigo bien')
    expect((await manager.get('/personal/demo/casos?vista=open')).text).not.toContain('No oigo')
  })

  it('goes when the person is erased', async () => {
    const receipt = await house.file({
      spokenLanguage: 'pei',
      person: { names: 'Ana', supportNeeds: ['sight', 'sight'] },
      answerBy: 'pickup',
      consents: {},
    })
    expect(await keptOf(receipt)).toEqual([{ support_needs: ['sight'], spoken_language: 'pei' }])
    await erase(house, receipt)
    expect(await keptOf(receipt)).toEqual([{ support_needs: null, spoken_language: null }])
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { findCase, findOrigin } from '../../src/cases/index.ts'
import { makeToken, revokeToken } from '../../src/interface-tokens/index.ts'
import { listTokens } from '../../src/interface-tokens/token-store.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { sendJson } from '../support/json.ts'
import { accountOf } from '../surveys/campaigns.ts'

const CASES = '/api/v1/administrations/demo/cases'
const NOW = new Date('2026-03-02T16:00:00Z')

const forwarded = {
  kind: 'complaint',
  centre: 'centro',
  service: 'predial',
  channel: 'phone',
  description: 'Nadie contestó el teléfono en toda la mañana.',
  person: { names: 'Ana', firstSurname: 'Robles', phone: '555 010 2030' },
  answerBy: 'pickup',
  transferredFrom: 'EST-2026/0417',
  receivedAt: '2026-02-27T09:30:00-06:00',
}

interface Answer {
  caseNumber: string
  errors: { field: string; code: string }[]
}

let demo: DemoApp
let administrationId: string
let accountId: string
let token: string

beforeAll(async () => {
  demo = await openDemoApp({ now: NOW.toISOString() })
  const { db } = demo.test.system
  administrationId = (await getAdministrationBySlug(db, 'demo')).administrationId
  accountId = await accountOf(demo.test.system, 'responsable')
  token = await keyFor('filings')
})
afterAll(() => demo.close())

const keyFor = (scope: 'filings' | 'attentions') =>
  makeToken(
    demo.test.system,
    { administrationId, accountId, at: NOW },
    { name: `${scope} of another system`, scope },
  )

let sent = 0
function file(body: object, options: { key?: string; shown?: string } = {}) {
  const { key = `key-${++sent}`, shown = token } = options
  const headers = {
    'Idempotency-Key': key,
    ...(shown !== '' && { Authorization: `Bearer ${shown}` }),
  }
  return sendJson<Answer>(demo.app, 'POST', CASES, { body, headers })
}

describe('A filing from another system with a token of the staff', () => {
  it('keeps channel, hour of receipt, the other number and who answers for it', async () => {
    const { status, body } = await file(forwarded)
    expect(status).toBe(201)
    const { db } = demo.test.system
    const item = await findCase(db, { administrationId, caseNumber: body.caseNumber })
    expect(item).toMatchObject({ channel: 'phone' })
    expect(item && (await findOrigin(db, item))).toMatchObject({
      handedOverAt: new Date('2026-02-27T15:30:00Z'),
      transferredFrom: 'EST-2026/0417',
      registeredBy: accountId,
    })
    const [made] = await listTokens(db, administrationId)
    expect(made?.lastUsedOn).toBe('2026-03-02')
  })

  it('is the same again under its key, and refused with another date', async () => {
    const first = await file(forwarded, { key: 'again' })
    const second = await file(forwarded, { key: 'again' })
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body.caseNumber).toBe(first.body.caseNumber)
    const other = await file(
      { ...forwarded, receivedAt: '2026-02-26T09:30:00-06:00' },
      { key: 'again' },
    )
    expect(other.status).toBe(422)
  })

  it.each([
    [{ receivedAt: '2026-03-02T16:00:01Z' }, '/receivedAt', 'in_future'],
    [{ receivedAt: '2025-02-27T09:30:00Z' }, '/receivedAt', 'too_long_ago'],
    [{ receivedAt: '27/02/2026' }, '/receivedAt', 'not_valid'],
    [{ transferredFrom: 'x'.repeat(81) }, '/transferredFrom', 'too_long'],
  ])('is told what is wrong with %j', async (more, field, code) => {
    const { status, body } = await file({ ...forwarded, ...more })
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ field, code }])
  })
})

describe('Without a token', () => {
  it('nothing of the staff is taken', async () => {
    const open = await file({ ...forwarded, channel: undefined }, { shown: '' })
    expect(open.status).toBe(422)
    expect(open.body.errors.map(({ field }) => field).sort()).toEqual([
      '/receivedAt',
      '/transferredFrom',
    ])
    const { transferredFrom: _, receivedAt: __, ...plain } = forwarded
    const staff = await file(plain, { shown: '' })
    expect(staff.body.errors).toMatchObject([{ field: '/channel', code: 'staff_only' }])
  })

  it('nor with one for another thing, a wrong one, or one that was taken back', async () => {
    const other = await file(forwarded, { shown: await keyFor('attentions') })
    const wrong = await file(forwarded, { shown: `la_${'x'.repeat(43)}` })
    const { db } = demo.test.system
    const back = await keyFor('filings')
    expect((await file(forwarded, { shown: back })).status).toBe(201)
    const deed = { administrationId, accountId, at: NOW }
    for (const { tokenId } of await listTokens(db, administrationId)) {
      await revokeToken(demo.test.system, deed, tokenId)
    }
    const revoked = await file(forwarded, { shown: back })
    expect([other.status, wrong.status, revoked.status]).toEqual([401, 401, 401])
  })
})

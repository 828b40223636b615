import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listAuditLines } from '../../src/audit/index.ts'
import { changePassword } from '../../src/people/actions/change-password.ts'
import { signIn, type SignInAttempt } from '../../src/people/actions/sign-in.ts'
import { signOut } from '../../src/people/actions/sign-out.ts'
import { updateAccount } from '../../src/people/account-store.ts'
import { readKnownBrowser } from '../../src/people/known-browser.ts'
import { isLive } from '../../src/people/session-rules.ts'
import { listSessions } from '../../src/people/session-store.ts'
import { hashSessionToken } from '../../src/people/session-token.ts'
import { findStaffSession } from '../../src/people/staff-store.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { buildPerson, buildTown, password, type Town } from './fixtures.ts'

const start = new Date('2026-03-02T16:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

let house: TestSystem
let town: Town
let people = 0

beforeAll(async () => {
  house = await openTestSystem()
  town = await buildTown(house.system, 'villa')
})
afterAll(() => house.close())

async function newPerson(): Promise<{ accountId: string; email: string }> {
  house.clockAt(start)
  const name = `persona${++people}`
  const { administrationId, unitId } = town
  const accountId = await buildPerson(house.system, name, [
    { role: 'unit_handler', administrationId, unitId },
  ])
  return { accountId, email: `${name}@muni.example` }
}

const attempt = (email: string, change: Partial<SignInAttempt> = {}) =>
  signIn(house.system, {
    email,
    password,
    address: '192.0.2.1',
    browser: 'Firefox, Linux',
    knownBrowser: null,
    replaces: null,
    ...change,
  })

async function enter(email: string, change: Partial<SignInAttempt> = {}) {
  const signed = await attempt(email, change)
  if (signed.outcome !== 'signed_in') throw new Error(`Not signed in: ${signed.outcome}`)
  return signed
}

const find = (token: string) =>
  findStaffSession(house.system.db, hashSessionToken(token), house.system.clock())

describe('Who signs in', () => {
  it('is known with what is granted today', async () => {
    const { accountId, email } = await newPerson()
    const { token } = await enter(email.toUpperCase())
    const session = await find(token)
    expect(session?.staff).toEqual({
      accountId,
      email,
      name: email.split('@')[0],
      language: 'es',
      grants: [
        {
          role: 'unit_handler',
          administrationId: town.administrationId,
          centreId: null,
          unitId: town.unitId,
        },
      ],
      workplaces: [
        {
          administrationId: town.administrationId,
          slug: 'villa',
          name: 'Municipalidad de villa',
          timeZone: 'America/Mexico_City',
          revision: 1,
        },
      ],
    })
  })

  it('leaves only a hash of the cookie behind', async () => {
    const { accountId, email } = await newPerson()
    const { token } = await enter(email)
    const row = await house.system.db
      .selectFrom('staff_sessions')
      .selectAll()
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row.token_hash).toEqual(hashSessionToken(token))
  })

  it('as administrator of the system sees every administration', async () => {
    await buildPerson(house.system, 'sistemas', [{ role: 'system_admin' }])
    const { token } = await enter('sistemas@muni.example')
    const session = await find(token)
    expect(session?.staff.workplaces.map(({ slug }) => slug)).toEqual(['villa'])
  })

  it('without any role valid today works nowhere', async () => {
    const { accountId, email } = await newPerson()
    await house.system.db
      .updateTable('role_grants')
      .set({ valid_until: '2026-03-01' })
      .where('account_id', '=', accountId)
      .execute()
    const { token } = await enter(email)
    expect((await find(token))?.staff).toMatchObject({ grants: [], workplaces: [] })
  })

  it('counts the day as it is in the administration, not in Greenwich', async () => {
    const { accountId, email } = await newPerson()
    await house.system.db
      .updateTable('role_grants')
      .set({ valid_until: '2026-03-02' })
      .where('account_id', '=', accountId)
      .execute()
    const { token } = await enter(email)
    house.clockAt('2026-03-03T05:59:00Z')
    expect((await find(token))?.staff.grants).toHaveLength(1)
    house.clockAt('2026-03-03T06:00:00Z')
    expect((await find(token))?.staff.grants).toHaveLength(0)
  })

  it('with the session of somebody else in the browser ends that one', async () => {
    const one = await newPerson()
    const { token } = await enter(one.email)
    const session = await find(token)
    const other = await newPerson()
    await enter(other.email, {
      replaces: { accountId: one.accountId, sessionId: session!.sessionId },
    })
    expect((await find(token))?.revokedAt).not.toBeNull()
  })
})

describe('A sign-in is refused', () => {
  it('in the same way for an unknown address, a wrong password and a closed account', async () => {
    const { accountId, email } = await newPerson()
    expect(await attempt(email, { password: 'otra cosa' })).toEqual({ outcome: 'refused' })
    expect(await attempt('nadie@muni.example')).toEqual({ outcome: 'refused' })
    await inTransaction(house.system.db, (tx) =>
      updateAccount(tx, accountId, { disabledAt: house.system.clock() }),
    )
    expect(await attempt(email)).toEqual({ outcome: 'refused' })
  })

  it('after about the same time, so that nobody learns which addresses exist', async () => {
    const took: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    for (let n = 0; n < 5; n++) {
      const { email } = await newPerson()
      for (const [kind, typed] of [
        ['known', email],
        ['unknown', `nadie${n}@muni.example`],
      ] as const) {
        const before = performance.now()
        await attempt(typed, { password: 'otra cosa' })
        took[kind].push(performance.now() - before)
      }
    }
    const median = (times: number[]) => times.toSorted((one, other) => one - other)[2]!
    expect(median(took.unknown) / median(took.known)).toBeGreaterThan(0.6)
    expect(median(took.unknown) / median(took.known)).toBeLessThan(1.7)
  })

  it('and recorded without what was typed', async () => {
    const { accountId, email } = await newPerson()
    await attempt(email, { password: 'se me escapó' })
    await attempt('se-me-escapo@muni.example')
    await enter(email)
    const actions = (await listAuditLines(house.system.db, { accountId })).map(
      ({ action }) => action,
    )
    expect(actions).toEqual(['signed_in', 'sign_in_failed'])
    const all = JSON.stringify(await listAuditLines(house.system.db, {}))
    expect(all).not.toMatch(/escap|muni\.example/)
  })
})

describe('Guessing a password', () => {
  it('waits longer each time, and says how long', async () => {
    const { email } = await newPerson()
    for (let n = 0; n < 6; n++) await attempt(email, { password: `intento ${n}` })
    expect(await attempt(email)).toEqual({ outcome: 'wait', seconds: 30 })
    house.clockAt(later(0.5))
    expect(await attempt(email, { password: 'intento 7' })).toEqual({ outcome: 'refused' })
    expect(await attempt(email)).toEqual({ outcome: 'wait', seconds: 60 })
    house.clockAt(later(1.5))
    expect(await attempt(email)).toMatchObject({ outcome: 'signed_in' })
    for (let n = 0; n < 5; n++) {
      expect(await attempt(email, { password: 'otra vez' })).toEqual({ outcome: 'refused' })
    }
  })

  it('treats an address that nobody has in the same way', async () => {
    house.clockAt(start)
    const email = 'fantasma@muni.example'
    for (let n = 0; n < 6; n++) expect(await attempt(email)).toEqual({ outcome: 'refused' })
    expect(await attempt(email)).toEqual({ outcome: 'wait', seconds: 30 })
  })

  it('never keeps a colleague at the same address out', async () => {
    const { email } = await newPerson()
    const colleague = await newPerson()
    for (let n = 0; n < 30; n++) await attempt(email, { password: `intento ${n}` })
    expect(await attempt(colleague.email)).toMatchObject({ outcome: 'signed_in' })
  })

  it('past a hundred failures of an address only takes longer', async () => {
    const address = '192.0.2.77'
    await attempt('alguien@muni.example', { address })
    await house.system.db
      .updateTable('attempts')
      .set({ failures: 100 })
      .where('purpose', '=', 'sign_in_address')
      .where('failures', '=', 1)
      .execute()
    const { email } = await newPerson()
    const before = performance.now()
    expect(await attempt(email, { address })).toMatchObject({ outcome: 'signed_in' })
    expect(performance.now() - before).toBeGreaterThan(1900)
  })

  it('from elsewhere never keeps the owner out of a browser used before', async () => {
    const { email } = await newPerson()
    const { browserCookie } = await enter(email)
    for (let n = 0; n < 60; n++) {
      await attempt(email, { password: `intento ${n}`, address: `198.51.100.${n}` })
    }
    expect(await attempt(email, { address: '203.0.113.9' })).toMatchObject({ outcome: 'wait' })
    const knownBrowser = readKnownBrowser(browserCookie)
    expect(await attempt(email, { knownBrowser })).toMatchObject({ outcome: 'signed_in' })
  })

  it('in the browser of the owner waits too', async () => {
    const { email } = await newPerson()
    const knownBrowser = readKnownBrowser((await enter(email)).browserCookie)
    for (let n = 0; n < 6; n++) await attempt(email, { password: `intento ${n}`, knownBrowser })
    expect(await attempt(email, { knownBrowser })).toEqual({ outcome: 'wait', seconds: 30 })
  })

  it('gains nothing by a browser that knows only somebody else', async () => {
    const insider = await newPerson()
    const { email } = await newPerson()
    const knownBrowser = readKnownBrowser((await enter(insider.email)).browserCookie)
    for (let n = 0; n < 6; n++) await attempt(email, { password: `intento ${n}` })
    expect(await attempt(email, { knownBrowser })).toMatchObject({ outcome: 'wait' })
  })
})

describe('A session', () => {
  it('ends after half an hour without a click and after twelve hours of work', () => {
    const session = { lastSeenAt: start, expiresAt: later(720), revokedAt: null }
    expect(isLive(session, later(29.9))).toBe(true)
    expect(isLive(session, later(30))).toBe(false)
    expect(isLive({ ...session, lastSeenAt: later(719) }, later(719.9))).toBe(true)
    expect(isLive({ ...session, lastSeenAt: later(719) }, later(720))).toBe(false)
    expect(isLive({ ...session, revokedAt: start }, start)).toBe(false)
  })

  it('is listed to its owner and ended by them, alone or with the others', async () => {
    const { accountId, email } = await newPerson()
    const tokens = [await enter(email), await enter(email), await enter(email)].map((s) => s.token)
    const [first, second, third] = await Promise.all(tokens.map(find))
    const listed = async () =>
      (await listSessions(house.system.db, accountId, house.system.clock())).length
    expect(await listed()).toBe(3)
    await signOut(house.system, accountId, { only: second!.sessionId })
    expect(await listed()).toBe(2)
    await signOut(house.system, accountId, { except: first!.sessionId })
    expect(await listed()).toBe(1)
    expect((await find(tokens[2]!))?.sessionId).toBe(third!.sessionId)
    expect((await find(tokens[2]!))?.revokedAt).not.toBeNull()
  })

  it('of somebody else is not ended', async () => {
    const one = await newPerson()
    const other = await newPerson()
    const { token } = await enter(one.email)
    await signOut(house.system, other.accountId, { only: (await find(token))!.sessionId })
    expect((await find(token))?.revokedAt).toBeNull()
  })
})

describe('Changing the password', () => {
  it('ends every other session', async () => {
    const { accountId, email } = await newPerson()
    const here = await find((await enter(email)).token)
    const elsewhere = (await enter(email)).token
    const next = 'una llama cruza el puente'
    const change = { current: password, next, sessionId: here!.sessionId }
    expect(await changePassword(house.system, accountId, change)).toEqual([])
    expect((await find(elsewhere))?.revokedAt).not.toBeNull()
    expect(await attempt(email, { password: next })).toMatchObject({ outcome: 'signed_in' })
    expect(await attempt(email)).toEqual({ outcome: 'refused' })
  })

  it.each([
    [{ current: 'no es esta' }, { field: 'current', code: 'wrong_password' }],
    [{ next: password }, { field: 'next', code: 'same_password' }],
    [{ next: 'corta' }, { field: 'next', code: 'too_short' }],
    [{ next: 'contraseña2026' }, { field: 'next', code: 'too_common' }],
  ])('with %j is refused', async (change, problem) => {
    const { accountId, email } = await newPerson()
    const { sessionId } = (await find((await enter(email)).token))!
    const usual = { current: password, next: 'una llama cruza el puente', sessionId }
    expect(await changePassword(house.system, accountId, { ...usual, ...change })).toEqual([
      problem,
    ])
  })

  it('is no way to guess the current one', async () => {
    const { accountId, email } = await newPerson()
    const { sessionId } = (await find((await enter(email)).token))!
    const guess = { current: 'adivino', next: 'una llama cruza el puente', sessionId }
    for (let n = 0; n < 6; n++) await changePassword(house.system, accountId, guess)
    await expect(changePassword(house.system, accountId, guess)).rejects.toMatchObject({
      code: 'too_many',
      retryAfterSeconds: 30,
    })
  })
})

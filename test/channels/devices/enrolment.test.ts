import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { listAuditLines } from '../../../src/audit/index.ts'
import { listCentres } from '../../../src/administrations/index.ts'
import { changeDevice, switchDevice } from '../../../src/channels/devices/actions/change-device.ts'
import { makeCode } from '../../../src/channels/devices/actions/make-code.ts'
import { buildCampaign } from '../../surveys/campaigns.ts'
import { sendJson } from '../../support/json.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { enrolledTablet, madeTablet, Tablet } from './tablet.ts'

const NOW = '2026-03-02T16:00:00Z'

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  test = await openDemoBook({ now: NOW })
  app = await startApp(test.system)
})
// each a day after the other: whoever guessed yesterday is forgotten
let day = 1
beforeEach(() => test.clockAt(`2026-03-${String(++day).padStart(2, '0')}T16:00:00Z`))
afterAll(async () => {
  await app.close()
  await test.close()
})

interface Answer {
  deviceId: string
  token: string
  setup: { device: { code: string; lastSequence: number } }
  code: string
  errors: { field: string; code: string }[]
}

const enrol = (code: unknown) =>
  sendJson<Answer>(app, 'POST', '/api/v1/devices/enrolments', { body: { code, clock: NOW } })

describe('A tablet is enrolled', () => {
  it('by a code as people type it, once', async () => {
    const { code, deviceId, administrationId } = await madeTablet(test.system)
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `
    const first = await enrol(typed)
    expect([first.status, first.body.deviceId]).toEqual([201, deviceId])
    expect(first.body.token.length).toBeGreaterThanOrEqual(43)
    const again = await enrol(code)
    expect([again.status, again.body.errors[0]?.field]).toEqual([422, '/code'])
    const lines = await listAuditLines(test.system.db, { administrationId })
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['device_enrolled', 'device_code_made', 'device_made']),
    )
  })

  it('within a quarter of an hour', async () => {
    const { code } = await madeTablet(test.system)
    test.clockAt(new Date(test.system.clock().getTime() + 15 * 60_000))
    expect((await enrol(code)).status).toBe(422)
  })

  it('by the newest code alone', async () => {
    const { code, deed, deviceId } = await madeTablet(test.system)
    const newer = await makeCode(test.system.db, deed, deviceId)
    expect((await enrol(code)).status).toBe(422)
    expect((await enrol(newer.code)).status).toBe(201)
  })

  it('anew, and then its old token is worth nothing and it goes on counting', async () => {
    const { tablet, deed, deviceId } = await enrolledTablet(app, test.system)
    await tablet.contact(NOW, 3, 41)
    const { code } = await makeCode(test.system.db, deed, deviceId)
    const { body } = await enrol(code)
    expect(body.setup.device.lastSequence).toBe(41)
    expect((await tablet.call('GET', '/setup')).status).toBe(401)
  })

  it('not while it is switched off', async () => {
    const { code, deed, deviceId } = await madeTablet(test.system)
    await switchDevice(test.system.db, deed, deviceId, 'off')
    expect((await enrol(code)).status).toBe(422)
  })

  it('slower and slower for who guesses', async () => {
    const answers: number[] = []
    for (let guess = 0; guess < 12; guess++) answers.push((await enrol('AAAA-AAAA')).status)
    expect(answers.slice(0, 5)).toEqual(Array(5).fill(422))
    expect(answers.at(-1)).toBe(429)
    test.clockAt(new Date(test.system.clock().getTime() + 12 * 3_600_000))
    const { code } = await madeTablet(test.system)
    expect((await enrol(code)).status).toBe(201)
  })
})

describe('What a tablet is told', () => {
  it('is enough to work alone, and nothing of anybody', async () => {
    const { tablet } = await enrolledTablet(app, test.system, { greeting: 'Bienvenida' })
    const { body } = await tablet.call<Record<string, unknown>>('GET', '/setup')
    expect(body).toMatchObject({
      administration: { slug: 'demo', bookCode: 'DEMO', timeZone: 'America/Mexico_City' },
      centre: { slug: 'centro' },
      texts: { attract: { es: 'Bienvenida' } },
      limits: { files: 5 },
      key: { id: '1' },
      corruptionUrl: 'http://libro.test/demo/denuncia',
    })
    expect(body['kinds']).toContainEqual(expect.objectContaining({ code: 'complaint' }))
    expect(body['answerWays']).not.toContain('sms')
    expect(JSON.stringify(body)).not.toMatch(/responsable@|"token"|hash/i)
  })

  it('comes again only when it changed, and a contact tells when', async () => {
    const { tablet, deed, deviceId } = await enrolledTablet(app, test.system)
    const { version } = tablet.setup
    const ask = (tag: string) =>
      sendJson(app, 'GET', '/api/v1/devices/setup', {
        headers: { authorization: `Bearer ${tablet.token}`, 'if-none-match': tag },
      })
    expect((await ask(`"${version}"`)).status).toBe(304)
    expect((await tablet.contact(NOW, 2, 7)).body).toEqual({
      now: test.system.clock().toISOString(),
      state: 'on',
      setupVersion: version,
      filedToday: { day: expect.any(String), count: 0 },
    })
    const [centre] = await listCentres(test.system.db, deed.administrationId)
    const { centreId } = centre!
    const input = { name: 'Otra', greeting: null, centreId, quotaPerDay: 5, endsOn: '2026-12-31' }
    await changeDevice(test.system.db, deed, deviceId, input)
    expect((await tablet.contact(NOW)).body.setupVersion).not.toBe(version)
    expect((await ask(`"${version}"`)).status).toBe(200)
  })

  it('is told what a campaign asks at its office, and sends what people answered, once', async () => {
    const { tablet, administrationId } = await enrolledTablet(app, test.system)
    const { code } = await buildCampaign(test.system)
    const { body } = await tablet.call<{ survey: { code: string } }>('GET', '/setup')
    expect(body.survey).toMatchObject({ code, endsOn: '2026-03-31', minutes: 2 })
    const now = test.system.clock().toISOString()
    const answers = { overall: '4', trust: '5', comment: 'Más sillas' }
    const item = tablet.answer({ campaign: code, answers }, now)
    const before = tablet.answer({ campaign: code, answers }, '2026-02-27T16:00:00Z')
    const post = (sent: object) =>
      tablet.call<object>('POST', '/survey-responses', { ...sent, clock: now })
    expect((await post(item)).body).toEqual({ id: item.id, outcome: 'taken' })
    expect((await post(item)).status).toBe(200)
    expect((await post({ ...before, sealed: item.sealed })).body).toMatchObject({
      outcome: 'not_asked',
    })
    expect((await post(before)).body).toMatchObject({ outcome: 'not_asked' })
    const responses = await test.system.db.selectFrom('survey_responses').selectAll().execute()
    expect(responses).toMatchObject([
      { administration_id: administrationId, channel: 'tablet', overall: 4, completed: true },
    ])
  })

  it('says when it was switched off, and when its enrolment is over', async () => {
    const { tablet, deed, deviceId } = await enrolledTablet(app, test.system, {
      endsOn: test.system.clock().toISOString().slice(0, 10),
    })
    await switchDevice(test.system.db, deed, deviceId, 'off')
    expect((await tablet.contact(NOW)).body.state).toBe('off')
    await switchDevice(test.system.db, deed, deviceId, 'on')
    expect((await tablet.contact(NOW)).body.state).toBe('on')
    test.clockAt(new Date(test.system.clock().getTime() + 86_400_000))
    expect((await tablet.contact(NOW)).body.state).toBe('ended')
  })

  it('is nothing without its token', async () => {
    const { tablet } = await enrolledTablet(app, test.system)
    const stranger = new Tablet(app, { ...tablet, token: 'x'.repeat(43) })
    expect((await stranger.contact(NOW)).status).toBe(401)
    expect((await stranger.call('GET', '/setup')).status).toBe(401)
    expect((await stranger.post(stranger.take(NOW), NOW)).status).toBe(401)
    expect((await stranger.putFile(crypto.randomUUID(), 1, Buffer.from('x'))).status).toBe(401)
  })
})

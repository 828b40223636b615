import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sendJson } from '../../support/json.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'

const TOKEN = 'a-token-long-enough'

describe('the app', () => {
  let house: TestSystem
  let app: RunningApp
  beforeAll(async () => {
    house = await openTestSystem({ env: { METRICS_TOKEN: TOKEN, LOG_LEVEL: 'silent' } })
    app = await startApp(house.system)
  })
  afterAll(async () => {
    await app.close()
    await house.close()
  })

  it('tells machines that it is alive, ready and which version it is', async () => {
    expect((await sendJson(app, 'GET', '/healthz')).body).toEqual({ status: 'ok' })
    expect((await sendJson(app, 'GET', '/readyz')).body).toEqual({ status: 'ok' })
    expect((await sendJson(app, 'GET', '/version')).body).toMatchObject({ name: 'libro-abierto' })
  })

  it('shows its metrics to who knows the token, and to nobody else', async () => {
    const visitor = new Visitor(app)
    const ask = (token: string) => visitor.get('/metrics', { authorization: `Bearer ${token}` })
    expect((await ask(TOKEN)).html).toContain('libro_http_request_seconds_count')
    expect((await ask(`${TOKEN}r`)).status).toBe(404)
    expect((await visitor.get('/metrics')).status).toBe(404)
  })

  it('lets a page load nothing from elsewhere, run nothing written into it, nor be framed', async () => {
    const { headers } = await new Visitor(app).get('/')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('answers an unknown address with a page to people and a problem document to machines', async () => {
    const page = await new Visitor(app).get('/api-no/hay/nada')
    expect(page.status).toBe(404)
    expect(page.heading).not.toBe('')
    const problem = await sendJson(app, 'GET', '/api/v1/nada')
    expect(problem.headers.get('content-type')).toContain('application/problem+json')
    expect(problem.body).toMatchObject({ status: 404, code: 'not_found', errors: [] })
  })

  it.each([
    ['broken JSON', '{"kind":', 400],
    ['a body that is too large', `"${'x'.repeat(1_100_000)}"`, 413],
  ])('refuses %s without failing', async (_what, body, status) => {
    const response = await fetch(`${app.url}/api/v1/nada`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })
})

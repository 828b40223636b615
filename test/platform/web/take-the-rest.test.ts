import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sendRaw } from '../../bad-input/raw-request.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  test = await openDemoBook()
  app = await startApp(test.system)
}, 60_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

describe('Who sends more than is wanted', () => {
  it.each([
    ['POST', '/no-existe', 'text/plain', 404],
    ['POST', '/personal/salir', 'multipart/form-data; boundary=x', 403],
    ['POST', '/demo/%ff', 'application/x-www-form-urlencoded', 400],
    ['POST', '/api/v1/administrations/demo/cases', 'application/json; charset=none', 415],
    ['GET', '/healthz', 'text/plain', 200],
    ['GET', '/demo', 'text/plain', 200],
  ])('%s %s as %s still reads the answer', async (method, target, type, status) => {
    const body = Buffer.alloc(4_000_000, 'x')
    const headers = [['Content-Type', type] as const]
    const port = Number(new URL(app.url).port)
    expect((await sendRaw(port, { method, target, headers, body })).status).toBe(status)
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { complainUntil } from './way.ts'

let test: TestSystem
let app: RunningApp

async function open(env: Record<string, string>) {
  test = await openDemoBook({ env })
  app = await startApp(test.system)
}
async function close() {
  await app.close()
  await test.close()
}

const waysOn = async () => {
  const { page } = await complainUntil(app, 'respuesta')
  return [...page.html.matchAll(/name="answerBy"[^>]*value="(\w+)"/g)].map(([, way]) => way)
}

describe('Where nobody sends text messages', () => {
  beforeAll(() => open({}))
  afterAll(close)

  it('an answer by text message is not offered', async () => {
    expect(await waysOn()).toEqual(['email', 'post', 'pickup'])
  })

  it('nor taken from who asks for it all the same, who keeps what they typed', async () => {
    const visitor = await complainUntil(app, 'respuesta')
    const sent = Object.fromEntries(
      visitor.page.forms.find(({ method }) => method === 'post')!.values,
    )
    const page = await visitor.post('/demo/nuevo/respuesta', {
      ...sent,
      answerBy: 'sms',
      address: 'Calle 1',
    })
    expect(page.status).toBe(422)
    expect(page.html).toContain('Calle 1')
  })
})

describe('Where text messages are sent', () => {
  beforeAll(() => open({ SMS_WEBHOOK_URL: 'https://sms.example.org/send' }))
  afterAll(close)

  it('an answer by text message is offered and asks for the telephone', async () => {
    expect(await waysOn()).toContain('sms')
    const visitor = await complainUntil(app, 'respuesta')
    await visitor.submit({ answerBy: 'sms', phone: '', electronicNotice: 'yes' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.html).toContain('href="#phone"')
    await visitor.submit({ phone: '55 5555 1234' }, { form: 'respuesta' })
    expect(visitor.page.heading).toBe('¿Quién escribe?')
  })
})

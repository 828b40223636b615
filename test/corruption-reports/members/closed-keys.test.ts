import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoBook } from '../../support/demo-book.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { enterAsMember } from './enter-as-member.ts'

let test: TestSystem
let app: RunningApp

beforeAll(async () => {
  test = await openDemoBook({
    env: { SEALED_DATABASE_URL: 'postgres://nobody:wrong@127.0.0.1:1/none' },
  })
  app = await startApp(test.system)
}, 120_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

describe('Where the sealed part is closed', () => {
  it('the administrator reads why, and what to do', async () => {
    expect(test.system.sealed).toMatchObject({ open: false, reason: 'not_reachable' })
    const visitor = await enterAsMember(test, app, 'admin@demo.example')
    await visitor.get('/personal/demo/llaves')
    expect(visitor.page.status).toBe(200)
    expect(visitor.page.text).toContain('La base de datos de las denuncias no responde')
    expect(visitor.page.text).toContain('Revise SEALED_DATABASE_URL')
    expect(visitor.page.text).not.toContain('nobody')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
  })

  it('the administrator reads it in English too', async () => {
    const visitor = await enterAsMember(test, app, 'admin@demo.example')
    await visitor.get('/personal/demo/llaves?lang=en')
    expect(visitor.page.text).toContain('The database of the reports does not answer')
  })

  it('others learn nothing of the reason', async () => {
    const visitor = await enterAsMember(test, app, 'auditoria@demo.example')
    await visitor.get('/personal/demo/llaves')
    expect(visitor.page.status).toBe(403)
    await visitor.get('/personal/demo/cifras-denuncias')
    expect(visitor.page.status).toBe(503)
    expect(visitor.page.text).not.toContain('SEALED_DATABASE_URL')
  })
})

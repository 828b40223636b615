import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import type { Visitor } from '../../support/visitor.ts'
import { complainUntil } from '../../cases/filing/way.ts'
import { fileComplaint, follow } from '../../cases/follow/followed-case.ts'

const MOST_BYTES = 40_000

let test: TestSystem
let app: RunningApp
let filer: Visitor
let follower: Visitor
let followed: string
beforeAll(async () => {
  test = await openDemoBook()
  app = await startApp(test.system)
  filer = await complainUntil(app, 'revise')
  follower = await follow(app, await fileComplaint(test.system))
  followed = follower.page.path
}, 60_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

interface Answer {
  status: number
  /** As they went over the line. */
  bytes: Buffer
}

function answerTo(path: string, visitor: Visitor, encoding: string): Promise<Answer> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, 'accept-encoding': encoding }
  return new Promise((resolve, reject) => {
    get(new URL(path, app.url), { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(parts) })
      })
    }).on('error', reject)
  })
}

/** Everything that a browser fetches at its first visit, compressed. */
async function firstLoad(
  path: string,
  visitor: Visitor,
): Promise<{ status: number; bytes: number }> {
  const { status, bytes } = await answerTo(path, visitor, 'gzip')
  const html = (await answerTo(path, visitor, 'identity')).bytes.toString()
  const needed = [...html.matchAll(/<(?:link|script|img)\b[^>]*(?:href|src)="([^"]+)"/g)]
  const parts = await Promise.all(
    [...new Set(needed.map(([, address = '']) => address))].map((address) =>
      answerTo(address, visitor, 'gzip'),
    ),
  )
  expect(parts.map((part) => part.status)).toEqual(parts.map(() => 200))
  return { status, bytes: parts.reduce((sum, part) => sum + part.bytes.length, bytes.length) }
}

describe('A first visit weighs little', () => {
  it.each([
    ['/', 200],
    ['/demo', 200],
    ['/demo/privacidad', 200],
    ['/demo/denuncia', 200],
    ['/demo/nuevo', 200],
    ['/demo/nuevo/que-paso', 200],
    ['/demo/nuevo/donde', 200],
    ['/demo/nuevo/cuando', 200],
    ['/demo/nuevo/archivos', 200],
    ['/demo/nuevo/respuesta', 200],
    ['/demo/nuevo/quien', 200],
    ['/demo/nuevo/revise', 200],
    ['/seguimiento', 200],
    ['/no-existe', 404],
  ])('%s', async (path, status) => {
    const load = await firstLoad(path, filer)
    expect(load.status).toBe(status)
    expect(load.bytes).toBeGreaterThan(5_000)
    expect(load.bytes).toBeLessThanOrEqual(MOST_BYTES)
  })

  it('also where a case is followed', async () => {
    for (const more of ['', '/constancia', '/informacion', '/retiro']) {
      const load = await firstLoad(followed + more, follower)
      expect(load.bytes).toBeGreaterThan(5_000)
      expect(load.bytes).toBeLessThanOrEqual(MOST_BYTES)
    }
  })
})

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MAX_FILE_BYTES } from '../../../src/attachments/index.ts'
import { listen, openServer, stopListening } from '../../../src/platform/web/listen.ts'
import { sendRaw } from '../../bad-input/raw-request.ts'

describe('The door to the network', () => {
  const server = openServer((_request, response) => response.end('served'))
  let port = 0
  beforeAll(async () => {
    port = await listen(server, 0, '127.0.0.1')
  })
  afterAll(() => stopListening(server))

  it('tells whoever takes it for a proxy that it is none', async () => {
    const body = Buffer.alloc(0)
    const asProxy = { method: 'CONNECT', target: 'evil.example:443', headers: [], body }
    expect((await sendRaw(port, asProxy)).status).toBe(405)
    expect((await sendRaw(port, { ...asProxy, method: 'GET', target: '/' })).body).toBe('served')
  })

  it('waits for the largest file on the slowest line', () => {
    const seconds = (MAX_FILE_BYTES * 8) / 256_000
    expect(server.requestTimeout / 1000).toBeGreaterThan(seconds)
  })
})

import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from '@jest/globals'
import { askClamd } from '../../src/attachments/clamd.ts'
import { startScanner, VIRUS, type Scanner } from './scanner.ts'

let scanner: Scanner | undefined

afterEach(async () => {
  await scanner?.close()
  scanner = undefined
})

const pieces = (...texts: string[]) => Readable.from(texts.map((text) => Buffer.from(text)))

describe('The virus scanner', () => {
  it('receives the whole file and finds it clean', async () => {
    scanner = await startScanner()
    const long = Buffer.alloc(3_000_000, 'a')
    const verdict = await askClamd(scanner.url, Readable.from([long, Buffer.from('b')]))
    expect(verdict).toEqual({ state: 'clean' })
    expect(scanner.received.at(-1)?.equals(Buffer.concat([long, Buffer.from('b')]))).toBe(true)
  })

  it('names what it finds', async () => {
    scanner = await startScanner()
    expect(await askClamd(scanner.url, pieces('hola ', VIRUS))).toEqual({
      state: 'infected',
      finding: 'Test-Signature',
    })
  })

  it('is also reached by a socket file', async () => {
    const path = join(tmpdir(), `clamd-${process.pid}.sock`)
    scanner = await startScanner({ path })
    expect(await askClamd(`unix://${path}`, pieces('hola'))).toEqual({ state: 'clean' })
    await rm(path, { force: true })
  })

  it('gives no verdict when nobody listens', async () => {
    expect(await askClamd('tcp://127.0.0.1:1', pieces('hola'))).toMatchObject({
      state: 'unavailable',
    })
  })

  it.each([
    ['refuses', 'INSTREAM size limit exceeded. ERROR\0', 'INSTREAM size limit exceeded. ERROR'],
    ['closes the line', null, 'closed without an answer'],
  ])('gives no verdict when it %s', async (_what, answer, reason) => {
    scanner = await startScanner({ answer })
    expect(await askClamd(scanner.url, pieces('hola'))).toEqual({ state: 'unavailable', reason })
  })

  it('gives no verdict when it stays silent', async () => {
    scanner = await startScanner({ answer: 'silence' })
    expect(await askClamd(scanner.url, pieces('hola'), 200)).toEqual({
      state: 'unavailable',
      reason: 'no answer in time',
    })
  })

  it('gives no verdict on a file that cannot be read', async () => {
    scanner = await startScanner()
    const unreadable = new Readable({
      read: (): void => void unreadable.destroy(new Error('gone')),
    })
    expect(await askClamd(scanner.url, unreadable)).toEqual({
      state: 'unavailable',
      reason: 'gone',
    })
  })
})

import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import {
  claimAttachments,
  type Attachment,
  type AttachmentProblem,
} from '../../src/attachments/index.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import type { System } from '../../src/system.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { openBook, openCase } from './book.ts'
import { buildHugePng, buildPdf, buildPhoto } from './sample-files.ts'
import { startServingApp } from './serving-app.ts'

let house: TestSystem
let system: System
let administrationId: string
let app: RunningApp

beforeAll(async () => {
  house = await openTestSystem()
  system = house.system
  administrationId = await openBook(system.db)
  app = await startApp(system)
})

afterAll(async () => {
  await app.close()
  await house.close()
})

const ADDRESS = '/api/v1/administrations/prueba/attachments'

interface Answer {
  status: number
  type: string | null
  body: { id?: string; code?: string; errors?: { field: string; code: string; message: string }[] }
}

async function post(
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(app.url + ADDRESS, { method: 'POST', body, headers })
  const answer = (await response.json()) as Answer['body']
  return { status: response.status, type: response.headers.get('content-type'), body: answer }
}

function form(...files: [name: string, content: Buffer | string][]): FormData {
  const data = new FormData()
  for (const [name, content] of files) data.append('file', new File([content], name))
  return data
}

/** The head of a body that says how large it will be, and a little of it; the rest is never sent. */
async function beginToSend(megabytes: number): Promise<Answer> {
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="video.mp4"\r\n\r\n'
  const sending = request(app.url + ADDRESS, {
    method: 'POST',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': megabytes * 1024 * 1024,
    },
  })
  sending.write(head)
  sending.write(Buffer.alloc(1024 * 1024))
  const [response] = (await once(sending, 'response')) as [IncomingMessage]
  const body = (await json(response)) as Answer['body']
  sending.on('error', () => undefined).destroy()
  return { status: response.statusCode ?? 0, type: response.headers['content-type'] ?? null, body }
}

/** A multipart body written by hand, with a name in bytes that no browser of today would send. */
function rawForm(name: Buffer, content: string): { body: Buffer; headers: Record<string, string> } {
  const body = Buffer.concat([
    Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="'),
    name,
    Buffer.from(`"\r\nContent-Type: text/plain\r\n\r\n${content}\r\n--x--\r\n`),
  ])
  return { body, headers: { 'content-type': 'multipart/form-data; boundary=x' } }
}

function refusedFor(answer: Answer, code: AttachmentProblem) {
  expect(answer.status).toBe(422)
  expect(answer.type).toContain('application/problem+json')
  expect(answer.body.errors).toMatchObject([{ field: '/file', code }])
}

async function claim(...answers: Answer[]): Promise<{ caseId: string; files: Attachment[] }> {
  const caseId = await openCase(system.db, administrationId)
  const ids = answers.map(({ body }) => String(body.id))
  const files = await inTransaction(system.db, (tx) =>
    claimAttachments(tx, { administrationId, ids, caseId, now: system.clock() }),
  )
  return { caseId, files }
}

/** The response may be there a moment before everything behind it is tidied up. */
async function filesOnTheirWay(): Promise<string[]> {
  const list = () => readdir(join(system.config.dataDir, 'tmp', 'attachments'))
  for (let n = 0; n < 50 && (await list()).length > 0; n++) await wait(20)
  return list()
}

afterEach(async () => {
  expect(await filesOnTheirWay()).toEqual([])
})

describe('A file sent through the machine interface', () => {
  it('is answered with an id that a filing can claim', async () => {
    const answer = await post(form(['acta.pdf', buildPdf()]))
    expect(answer).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    })
    expect((await claim(answer)).files).toMatchObject([
      { name: 'acta.pdf', mediaType: 'application/pdf', bytes: buildPdf().length },
    ])
  })

  it.each([
    ['in UTF-8', Buffer.from('año ñandú.txt')],
    ['in latin1', Buffer.from('año ñandú.txt', 'latin1')],
  ])('keeps the accents of a name %s', async (_encoding, name) => {
    const { body, headers } = rawForm(name, 'Hola')
    const answer = await post(new Uint8Array(body), headers)
    expect((await claim(answer)).files).toMatchObject([{ name: 'año ñandú.txt' }])
  })

  it('loses path, control characters and direction overrides from its name', async () => {
    const { body, headers } = rawForm(Buffer.from('..\\..\\C:\\a\u202Eb\tc%0Ad.txt'), 'Hola')
    const answer = await post(new Uint8Array(body), headers)
    expect((await claim(answer)).files).toMatchObject([{ name: 'abcd.txt' }])
  })

  it.each<[AttachmentProblem, string, Buffer | string]>([
    ['attachment_type', 'foto.jpg', 'not a photograph'],
    ['attachment_type', 'foto.svg', '<svg onload="alert(1)"/>'],
    ['attachment_empty', 'vacio.pdf', ''],
    ['attachment_image_too_large', 'foto.png', buildHugePng(30_000)],
    ['attachment_protected', 'acta.pdf', buildPdf('/Encrypt 5 0 R ')],
  ])('is refused with a message for %s', async (code, name, content) => {
    refusedFor(await post(form([name, content])), code)
  })

  it('of more than 20 MB is refused, whatever its size', async () => {
    refusedFor(await post(form(['a.pdf', randomBytes(21 * 1024 * 1024)])), 'attachment_too_big')
  })

  it('of 200 MB is refused before it is sent, and nothing of it stays', async () => {
    refusedFor(await beginToSend(200), 'attachment_too_big')
    expect(await filesOnTheirWay()).toEqual([])
  })

  it('of exactly 20 MB is taken', async () => {
    const pdf = Buffer.concat([buildPdf(), Buffer.alloc(20 * 1024 * 1024 - buildPdf().length, 'x')])
    expect(await post(form(['a.pdf', pdf]))).toMatchObject({ status: 201 })
  })

  it('together with another is refused, and so is none', async () => {
    refusedFor(await post(form(['a.txt', 'a'], ['b.txt', 'b'])), 'attachment_one_only')
    refusedFor(await post(form()), 'attachment_missing')
    refusedFor(await post(form(['', ''])), 'attachment_missing')
    refusedFor(await post('{}', { 'content-type': 'application/json' }), 'attachment_missing')
  })

  it.each([
    ['without a boundary', 'multipart/form-data', 'hola'],
    ['of another boundary', 'multipart/form-data; boundary=y', '--x\r\n\r\nhola\r\n--x--'],
    [
      'that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhola',
    ],
    [
      'with a broken head',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition form-data\r\n\r\nhola\r\n--x--',
    ],
    [
      'without a field name',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; filename="a.txt"\r\n\r\nhola\r\n--x--\r\n',
    ],
    [
      'with hundreds of parts',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(200) + '--x--\r\n',
    ],
    [
      'with names that nest',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a[b][c][d]"\r\n\r\nb\r\n--x--\r\n',
    ],
  ])('in a request %s gets a problem document', async (_what, type, body) => {
    const answer = await post(body, { 'content-type': type })
    expect(answer.status).toBe(422)
    expect(answer.body.errors?.[0]?.code).toMatch(/^attachment_(broken|missing)$/)
  })

  it('gets a message in the language of its sender', async () => {
    const spanish = await post(form(['a.pdf', '']), { 'accept-language': 'es' })
    const english = await post(form(['a.pdf', '']), { 'accept-language': 'en' })
    expect(spanish.body.errors?.[0]?.message).toContain('El archivo está vacío')
    expect(english.body.errors?.[0]?.message).toContain('The file is empty')
  })

  it('for an administration that does not exist gets 404', async () => {
    const response = await fetch(`${app.url}/api/v1/administrations/nadie/attachments`, {
      method: 'POST',
      body: form(['a.txt', 'a']),
    })
    expect(response.status).toBe(404)
  })

  it('leaves nothing when its sender hangs up half-way', async () => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1')
    socket.on('error', () => socket.destroy())
    socket.write(
      `POST ${ADDRESS} HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\n` +
        'Content-Length: 1000000\r\n\r\n--x\r\nContent-Disposition: form-data; name="file"; ' +
        `filename="a.txt"\r\n\r\n${'hola '.repeat(10_000)}`,
    )
    const folder = join(system.config.dataDir, 'tmp', 'attachments')
    while ((await readdir(folder)).length === 0) await wait(10)
    socket.destroy()
    expect(await filesOnTheirWay()).toEqual([])
  })
})

describe('A form with files', () => {
  it('loses neither its fields nor its other files to one that is too big or one too many', async () => {
    const pages = await startServingApp(system)
    const data = form(
      ['grande.pdf', randomBytes(21 * 1024 * 1024)],
      ['nota.txt', 'Hola'],
      ['otra.txt', 'Hola'],
    )
    data.append('answer', 'después de los archivos')
    const response = await fetch(`${pages.url}/api/v1/form`, { method: 'POST', body: data })
    await pages.close()
    expect(await response.json()).toEqual({
      files: [
        { name: 'grande.pdf', problem: 'attachment_too_big' },
        { name: 'nota.txt', problem: null },
        { name: 'otra.txt', problem: 'attachment_too_many' },
      ],
      fields: { answer: 'después de los archivos' },
    })
  })
})

describe('A file that is served', () => {
  let pages: RunningApp

  beforeAll(async () => {
    pages = await startServingApp(system)
  })

  afterAll(() => pages.close())

  async function served(name: string, content: Buffer | string) {
    const { caseId, files } = await claim(await post(form([name, content])))
    return `${pages.url}/api/v1/files/${administrationId}/${caseId}/${files[0]?.attachmentId}`
  }

  it('is saved under its name and never shown as a page', async () => {
    const response = await fetch(await served('año "1".txt', 'Hola'))
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-length': '4',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[^"]+"; filename\*=UTF-8''a%C3%B1o%20-1-\.txt$/,
      ),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store, no-transform',
    })
    expect(await response.text()).toBe('Hola')
  })

  it.each([
    ['bytes=6-9', 206, 'bytes 6-9/10', '6789'],
    ['bytes=-2', 206, 'bytes 8-9/10', '89'],
    ['bytes=7-', 206, 'bytes 7-9/10', '789'],
    ['bytes=20-', 416, 'bytes */10', ''],
    ['bytes=0-1,4-5', 200, null, '0123456789'],
    ['lines=1-2', 200, null, '0123456789'],
  ])('is served in part for %s', async (range, status, part, content) => {
    const response = await fetch(await served('a.txt', '0123456789'), { headers: { range } })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-range')).toBe(part)
    expect(await response.text()).toBe(content)
  })

  it('is served whole when it is large', async () => {
    const photo = await buildPhoto()
    const response = await fetch(await served('foto.jpg', photo))
    const bytes = await response.arrayBuffer()
    expect(response.headers.get('content-length')).toBe(String(bytes.byteLength))
    expect(response.headers.get('content-type')).toBe('image/jpeg')
  })

  it('answers HEAD without its bytes', async () => {
    const response = await fetch(await served('a.txt', 'Hola'), { method: 'HEAD' })
    expect(response.headers.get('content-length')).toBe('4')
    expect(await response.text()).toBe('')
  })

  it('survives a viewer who leaves half-way', async () => {
    const pdf = Buffer.concat([buildPdf(), Buffer.alloc(10 * 1024 * 1024, 'x')])
    const address = await served('a.pdf', pdf)
    const leaving = new AbortController()
    await fetch(address, { signal: leaving.signal })
    leaving.abort()
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(200)
  })

  it.each(['x', '%00', "1'--", '00000000-0000-0000-0000-000000000000'])(
    'is not found as %s',
    async (attachmentId) => {
      const caseId = await openCase(system.db, administrationId)
      const address = `${pages.url}/api/v1/files/${administrationId}/${caseId}/${attachmentId}`
      expect((await fetch(address)).status).toBe(404)
    },
  )
})

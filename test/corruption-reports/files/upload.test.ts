import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { beginUpload } from '../../../src/corruption-reports/files/actions/take-upload.ts'
import { askForRoom } from '../../../src/corruption-reports/files/file-budget.ts'
import { isAnswered, issueChallenge } from '../../../src/corruption-reports/files/work-challenge.ts'
import { requireSealed } from '../../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../../src/corruption-reports/sealed-store.ts'
import {
  deriveReceipt,
  readWords,
  sha256,
  tryWork,
  workBits,
} from '../../../src/corruption-reports/sealing/index.ts'
import { spanishWords } from '../../../src/corruption-reports/sealing/spanish-words.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { foundDirectory } from '../found-directory.ts'

const REPORTS = '/api/v1/administrations/demo/corruption-reports'
const FILES = `${REPORTS}/dialogue/files`
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

let demo: DemoApp
let administrationId: string
let auth: string

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  ;({ administrationId } = await getAdministrationBySlug(system.db, 'demo'))
  await foundDirectory(system, administrationId)
  const filed = await post(REPORTS, { narration: 'Con pruebas' }, { 'Idempotency-Key': 'k' })
  const { receipt } = (await filed.json()) as { receipt: string }
  const read = readWords(receipt, [spanishWords])
  if (!('bits' in read)) throw new Error('The receipt has no words')
  auth = text(deriveReceipt(read.bits, administrationId).auth)
})
afterAll(() => demo.close())

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const isBinary = body instanceof Uint8Array
  return fetch(demo.app.url + path, {
    method: 'POST',
    headers: {
      'Content-Type': isBinary ? 'application/octet-stream' : 'application/json',
      ...headers,
    },
    body: isBinary ? new Uint8Array(body) : JSON.stringify(body),
  })
}

async function announce(bytes: number, with_: { auth?: string; skipWork?: boolean } = {}) {
  const [id, secret] = [randomBytes(16), randomBytes(32)]
  const asked = await post(`${FILES}/challenge`, { id: text(id), bytes })
  const { challenge, bits } = (await asked.json()) as { challenge: string; bits: number }
  const bytesOfChallenge = new Uint8Array(Buffer.from(challenge, 'base64url'))
  const answer = with_.skipWork ? 0 : tryWork(bytesOfChallenge, bits, { from: 0, tries: 5_000_000 })
  const claimHash = text(sha256(secret))
  const begin = { auth: with_.auth ?? auth, id: text(id), bytes, claimHash, challenge, answer }
  const response = await post(FILES, begin)
  return { id: text(id), secret: text(secret), response }
}

const part = (of: { id: string; secret: string }, at: number, bytes: Uint8Array) =>
  post(`${FILES}/parts`, bytes, {
    'X-File': of.id,
    'X-File-Secret': of.secret,
    'X-File-Part': String(at),
  })

describe('A file of somebody who reported', () => {
  it('comes in parts, which may come twice, and whoever was cut off asks where to go on', async () => {
    const file = await announce(1_500_000)
    expect(file.response.status).toBe(201)
    expect(await file.response.json()).toEqual({ parts: 2 })
    expect((await part(file, 1, randomBytes(1000))).status).toBe(204)
    expect((await part(file, 1, randomBytes(1000))).status).toBe(204)
    const state = await post(`${FILES}/state`, { id: file.id, secret: file.secret })
    expect(await state.json()).toEqual({ arrived: [1] })
  })

  it('is not taken without the work, nor from somebody who reported nothing', async () => {
    const lazy = await announce(200_000, { skipWork: true })
    expect(lazy.response.status).toBe(403)
    const stranger = await announce(200_000, { auth: text(randomBytes(32)) })
    expect(stranger.response.status).toBe(404)
  })

  it('takes no part from anybody who does not know its secret', async () => {
    const file = await announce(100_000)
    const other = { id: file.id, secret: text(randomBytes(32)) }
    expect((await part(other, 0, randomBytes(10))).status).toBe(404)
    expect((await part(file, 9, randomBytes(10))).status).toBe(404)
    expect((await part(file, 0, randomBytes(1_100_000))).status).toBe(413)
  })

  it('is not taken when it is larger than 100 MB, whatever work was done', async () => {
    const sealed = requireSealed(demo.test.system)
    const place = { sealed, administrationId, day: '2026-03-02' }
    const upload = { uploadId: randomBytes(16), claimHash: randomBytes(32), bytes: 120_000_000 }
    await expect(beginUpload(place, Buffer.from(auth, 'base64url'), upload)).rejects.toMatchObject({
      problems: [{ field: '/bytes', code: 'too_big' }],
    })
  })

  it('finds no room once the budget is used up, while a text is still taken', async () => {
    const sealed = requireSealed(demo.test.system)
    const ask = (budget: { aDay: number; inAll: number; leftForTexts: number }) =>
      inSealedTransaction(sealed, administrationId, (tx) =>
        askForRoom(tx, { bytes: 1000, day: '2026-03-02', folder: sealed.ring.folder }, budget),
      )
    const plenty = { aDay: 1e12, inAll: 1e12, leftForTexts: 0 }
    await expect(ask(plenty)).resolves.toBeUndefined()
    const tight = [
      [{ aDay: 1 }, 'day'],
      [{ inAll: 1 }, 'total'],
      [{ leftForTexts: 1e18 }, 'disk'],
    ] as const
    for (const [limit, lack] of tight) {
      await expect(ask({ ...plenty, ...limit })).rejects.toMatchObject({
        code: 'no_room_for_files',
        lack,
      })
    }
    const text = await post(REPORTS, { narration: 'Cabe' }, { 'Idempotency-Key': 'k2' })
    expect(text.status).toBe(201)
  })
})

describe('The work that a file costs', () => {
  const pepper = randomBytes(32)
  const now = new Date('2026-03-02T12:00:00Z')
  const work = { uploadId: randomBytes(16), bytes: 5000 }
  const challenge = new Uint8Array(issueChallenge(pepper, work, now))
  const answer = tryWork(challenge, workBits(work.bytes), { from: 0, tries: 5_000_000 }) ?? 0
  const answered = (of: typeof work, at = now, by = [pepper]) =>
    isAnswered(by, of, { challenge, answer }, at)

  it('is good for one file of one size, for half an hour', () => {
    expect(answered(work)).toBe(true)
    expect(answered({ ...work, bytes: 5001 })).toBe(false)
    expect(answered({ ...work, uploadId: randomBytes(16) })).toBe(false)
    expect(answered(work, new Date('2026-03-02T12:31:00Z'))).toBe(false)
    expect(answered(work, now, [randomBytes(32)])).toBe(false)
  })

  it('grows with the file', () => {
    expect(workBits(100 * 1024 * 1024)).toBeGreaterThan(workBits(1000) + 4)
  })
})

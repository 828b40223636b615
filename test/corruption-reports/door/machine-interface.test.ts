import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import {
  deriveReceipt,
  envelopeToJson,
  newReceiptBits,
  sealReport,
  type Directory,
} from '../../../src/corruption-reports/sealing/index.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { foundDirectory, type FoundMember } from '../found-directory.ts'
import { readAs } from '../read-as.ts'

let demo: DemoApp
let administrationId: string
let directory: Directory
let officer: FoundMember

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  ;({ administrationId } = await getAdministrationBySlug(system.db, 'demo'))
  const founded = await foundDirectory(system, administrationId)
  directory = founded.directory
  officer = founded.members[0]!
})
afterAll(() => demo.close())

const REPORTS = '/api/v1/administrations/demo/corruption-reports'
const random = (length: number) => new Uint8Array(randomBytes(length))

async function send(body: unknown, key: string | null = randomBytes(8).toString('hex')) {
  const response = await fetch(demo.app.url + REPORTS, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const sealed = (narration: string, bits = newReceiptBits(random)) =>
  envelopeToJson(
    sealReport(
      {
        directory,
        told: { narration, language: 'es' },
        marks: { members: [], people: [], units: [], words: [] },
        struck: [],
        receipt: bits,
      },
      random,
    ),
  )

const narrations = async () =>
  (await readAs(demo.test.system, administrationId, officer)).map(
    ({ content }) => content.told.narration,
  )

async function expectAllKept(count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, at) => `Informe ${count}/${at}`)
  const sent = names.map((narration, at) =>
    at % 2 === 0 ? send({ envelope: sealed(narration) }) : send({ narration }),
  )
  const answers = await Promise.all(sent)
  expect(answers.map(({ status }) => status)).toEqual(names.map(() => 201))
  const receipts = answers.flatMap(({ body }) => body['receipt'] ?? [])
  expect(new Set(receipts).size).toBe(receipts.length)
  const read = await narrations()
  expect(names.filter((narration) => !read.includes(narration))).toEqual([])
}

describe('Reports through the machine interface', () => {
  it('gives ten words for a report in clear, and the same for the same key and body', async () => {
    const report = { narration: 'Por interfaz', involved: { words: ['el jefe'] }, language: 'es' }
    const first = await send(report, 'clave-1')
    expect(first.status).toBe(201)
    expect(String(first.body['receipt']).split(' ')).toHaveLength(10)
    expect(Object.keys(first.body).sort()).toEqual(
      ['contentHash', 'fingerprint', 'receipt', 'receivedOn', 'statusUrl'].sort(),
    )
    const again = await send(report, 'clave-1')
    expect(again).toEqual({ status: 200, body: first.body })
    expect((await narrations()).filter((one) => one === 'Por interfaz')).toHaveLength(1)
  })

  it('keeps an envelope once, however often it comes', async () => {
    const envelope = sealed('Sellada una vez')
    const answers = await Promise.all([1, 2, 3].map(() => send({ envelope })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
    expect((await narrations()).filter((one) => one === 'Sellada una vez')).toHaveLength(1)
  })

  it('refuses another report with the words of the first, and keeps the first', async () => {
    const bits = newReceiptBits(random)
    await send({ envelope: sealed('La primera', bits) })
    const other = await send({ envelope: sealed('La otra', bits) })
    expect(other).toMatchObject({ status: 422, body: { code: 'another_with_this_key' } })
    expect(await narrations()).not.toContain('La otra')
  })

  it.each([
    [{}, '/narration', 'required'],
    [{ narration: 'x', otro: 1 }, '/otro', 'unknown_field'],
    [{ narration: 'x'.repeat(20_001) }, '/narration', 'too_long'],
    [{ envelope: { id: 'x' } }, '/envelope', 'invalid'],
    [{ envelope: 7 }, '/envelope', 'invalid'],
  ])('says by field what it cannot take of %j', async (body, field, code) => {
    const { status, body: problem } = await send(body)
    expect(status).toBe(422)
    expect(problem['errors']).toMatchObject([{ field, code }])
  })

  it('asks for a key where it seals itself', async () => {
    const { status, body } = await send({ narration: 'Sin clave' }, null)
    expect(status).toBe(422)
    expect(body['errors']).toMatchObject([{ field: 'Idempotency-Key', code: 'required' }])
  })

  it('says that the list of readers changed when a page was opened before', async () => {
    const old = { ...sealed('Tarde'), directory: Buffer.alloc(32, 7).toString('base64url') }
    expect(await send({ envelope: old })).toMatchObject({
      status: 409,
      body: { code: 'directory_changed' },
    })
    const told = (await (await fetch(`${demo.app.url}${REPORTS}/directory`)).json()) as {
      fingerprint: string
    }
    expect(told.fingerprint).toBe(directory.fingerprint)
  })

  it('refuses an envelope with a place too few, which would name somebody', async () => {
    const envelope = sealed('Falta un lugar')
    const { status } = await send({ envelope: { ...envelope, slots: envelope.slots.slice(1) } })
    expect(status).toBe(422)
  })

  it('twenty simultaneous reports are stored and can be read', () => expectAllKept(20), 120_000)

  it('a hundred simultaneous reports are stored and can be read', () => expectAllKept(100), 120_000)

  it('finds by the receipt what its words derive', async () => {
    const bits = newReceiptBits(random)
    await send({ envelope: sealed('Con vuelta', bits) })
    const { auth } = deriveReceipt(bits, administrationId)
    const response = await fetch(`${demo.app.url}${REPORTS}/dialogue`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ auth: Buffer.from(auth).toString('base64url') }),
    })
    expect(await response.json()).toMatchObject({ epoch: 1, messages: [], withdrawn: false })
  })
})

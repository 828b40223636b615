import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import {
  envelopeToJson,
  newReceiptBits,
  sealReport,
  type Directory,
  type ReportToSeal,
} from '../../../src/corruption-reports/sealing/index.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { foundDirectory, type FoundMember } from '../found-directory.ts'
import { readAs } from '../read-as.ts'
import { addedRows, countedRequests, dumpEverything, filesOf } from './whole-dump.ts'

let demo: DemoApp
let directory: Directory
let members: readonly FoundMember[]

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
  ;({ directory, members } = await foundDirectory(system, administrationId, {
    'Bruno Salas': ['a-unit'],
  }))
})
afterAll(() => demo.close())

const nobody = { members: [], people: [], units: [], words: [] }
const idOf = (name: string) => members.find((member) => member.name === name)?.id ?? ''

async function send(report: Pick<ReportToSeal, 'told' | 'marks' | 'struck' | 'identity'>) {
  const receipt = newReceiptBits(randomBytes)
  const envelope = sealReport({ ...report, directory, receipt }, randomBytes)
  return fetch(new URL('/api/v1/administrations/demo/corruption-reports', demo.app.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'canary-agent',
      referer: 'https://canary.example/',
      'x-forwarded-for': '203.0.113.77',
      'idempotency-key': randomBytes(8).toString('hex'),
    },
    body: JSON.stringify({ envelope: envelopeToJson(envelope) }),
  })
}

/** Everything that one filing leaves behind, with what is random told by its length. */
async function traceOf(hour: string, report: Parameters<typeof send>[0]) {
  const { system } = demo.test
  demo.test.clockAt(`2026-03-02T${hour}:00Z`)
  const [tables, files] = [await dumpEverything(system), filesOf(system)]
  const answer = await send(report)
  expect(answer.status).toBe(201)
  const headers = [...answer.headers].filter(([name]) => name !== 'date')
  const body = await answer.text()
  expect(filesOf(system)).toEqual(files)
  return { added: addedRows(tables, await dumpEverything(system)), headers, body }
}

describe('What a sealed report leaves behind', () => {
  it('two reports of one day differ only in random bytes of equal length', async () => {
    const counted = await countedRequests()
    const short = await traceOf('14:05', {
      told: { narration: 'Pidió dinero' },
      marks: nobody,
      struck: [],
    })
    const long = await traceOf('23:40', {
      told: { narration: 'Pidió dinero a varias personas. '.repeat(150), protection: true },
      marks: { ...nobody, members: [idOf('Inés Aguirre')], units: ['a-unit'], words: ['El alto'] },
      struck: [idOf('Ciro Paz')],
      identity: { names: 'Una Persona', contact: '55 5555 0199' },
    })
    expect(long).toEqual(short)
    expect(Object.keys(short.added).every((table) => table.startsWith('sealed.'))).toBe(true)
    expect(await countedRequests()).toBe(counted)
  })

  it('nothing stored shows who was excluded', async () => {
    const { system } = demo.test
    const before = await dumpEverything(system)
    await send({ told: { narration: 'Fue ella' }, marks: nobody, struck: [idOf('Inés Aguirre')] })
    const after = await dumpEverything(system)
    const shapes = (addedRows(before, after)['sealed.slots'] ?? []).map((row) => {
      const { purpose, blob } = JSON.parse(row) as { purpose: string; blob: string }
      return `${purpose}: ${blob}`
    })
    const each = (purpose: string) => shapes.filter((shape) => shape.startsWith(`${purpose}:`))
    expect(each('read')).toHaveLength(4)
    for (const purpose of ['read', 'recovery', 'identity']) {
      expect(new Set(each(purpose)).size).toBe(1)
    }
    const narrations = async (name: string) => {
      const member = members.find((one) => one.name === name)
      if (!member) throw new Error(`Nobody is called ${name}`)
      const opened = await readAs(system, directory.administration, member)
      return opened.map(({ content }) => content.told.narration)
    }
    expect(await narrations('Inés Aguirre')).not.toContain('Fue ella')
    expect(await narrations('Bruno Salas')).toContain('Fue ella')
  })

  it('the door leaves no trace of who came', async () => {
    const answer = await send({ told: { narration: 'Nadie' }, marks: nobody, struck: [] })
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    const kept = JSON.stringify(await dumpEverything(demo.test.system))
    for (const trace of ['canary-agent', 'canary.example', '203.0.113.77', '127.0.0.1']) {
      expect(kept).not.toContain(trace)
    }
  })
})

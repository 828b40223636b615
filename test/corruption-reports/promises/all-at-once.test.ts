import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import {
  envelopeToJson,
  newReceiptBits,
  sealReport,
  type Directory,
} from '../../../src/corruption-reports/sealing/index.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { foundDirectory, type FoundMember } from '../found-directory.ts'
import { readAs } from '../read-as.ts'

const REPORTS = '/api/v1/administrations/demo/corruption-reports'

let demo: DemoApp
let directory: Directory
let officer: FoundMember

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
  const founded = await foundDirectory(system, administrationId)
  directory = founded.directory
  officer = founded.members.find(({ role }) => role === 'integrity_officer')!
})
afterAll(() => demo.close())

const noMarks = { members: [], people: [], units: [], words: [] }

function sealed(narration: string): object {
  const report = { directory, told: { narration }, marks: noMarks, struck: [] }
  const receipt = newReceiptBits(randomBytes)
  return { envelope: envelopeToJson(sealReport({ ...report, receipt }, randomBytes)) }
}

async function post(body: object): Promise<number> {
  const answer = await fetch(new URL(REPORTS, demo.app.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  })
  await answer.arrayBuffer()
  return answer.status
}

async function readNarrations(): Promise<Set<string>> {
  const opened = await readAs(demo.test.system, directory.administration, officer)
  return new Set(opened.map(({ content }) => content.told.narration))
}

const numbered = (count: number, text: string) =>
  Array.from({ length: count }, (_, index) => `${text} ${index}`)

describe('Reports that come at the same instant', () => {
  it('a hundred simultaneous reports are stored and can be read', async () => {
    const narrations = numbered(100, 'Sellada')
    const bodies = narrations.map(sealed)
    const answers = await Promise.all(bodies.map(post))
    expect(answers.filter((status) => status === 201)).toHaveLength(100)
    const read = await readNarrations()
    expect(narrations.filter((narration) => !read.has(narration))).toEqual([])
  }, 120_000)

  it('twenty that the server has to seal are stored and can be read', async () => {
    const narrations = numbered(20, 'En claro')
    const answers = await Promise.all(narrations.map((narration) => post({ narration })))
    expect(answers.filter((status) => status === 201)).toHaveLength(20)
    const read = await readNarrations()
    expect(narrations.filter((narration) => !read.has(narration))).toEqual([])
  }, 120_000)
})

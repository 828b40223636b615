import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { prepareInstallation } from '../../src/installation/index.ts'
import { sendJson } from '../support/json.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

let test: TestSystem
let app: RunningApp

beforeAll(async () => {
  test = await openTestSystem()
  await prepareInstallation(test.system, test.system.clock())
  app = await startApp(test.system)
})
afterAll(async () => {
  await app.close()
  await test.close()
})

interface Told {
  slug: string
  regime: string
  kinds: { code: string; label: string; requires: string[]; alternatives?: object }[]
  centres: { slug: string; services: { slug: string }[] }[]
  motives: { code: string; parent?: string }[]
  documentTypes: { code: string; pattern?: string }[]
  languages: string[]
}

async function ask(language: string) {
  const headers = { 'accept-language': language }
  return sendJson<Told>(app, 'GET', '/api/v1/administrations/demo', { headers })
}

describe('Another system that asks what it may file', () => {
  it('is told kinds, centres, motives and document types', async () => {
    const { status, body } = await ask('es')
    expect(status).toBe(200)
    expect(body).toMatchObject({ slug: 'demo', regime: 'neutral', languages: ['es', 'en'] })
    expect(body.kinds.map(({ code }) => code).sort()).toEqual([
      'complaint',
      'compliment',
      'need',
      'observation',
      'suggestion',
    ])
    expect(body.centres).toHaveLength(3)
    expect(body.motives).toContainEqual(
      expect.objectContaining({ code: 'long_queue', parent: 'time' }),
    )
    expect(body.documentTypes.map(({ code }) => code).sort()).toEqual([
      'ce',
      'curp',
      'dni',
      'other',
      'passport',
      'ruc',
    ])
  })

  it('is told plain pointers that are enough together, and what does as well', async () => {
    const { body } = await ask('es')
    expect(body.kinds.find(({ code }) => code === 'complaint')).toMatchObject({
      requires: ['/description', '/person/names', '/answerBy'],
      alternatives: {
        '/person/names': ['/person/legalName'],
        '/answerBy': ['/person/email', '/person/phone', '/person/address'],
      },
    })
    expect(body.kinds.find(({ code }) => code === 'suggestion')).toMatchObject({
      requires: ['/description'],
    })
  })

  it.each([
    ['es', 'Queja'],
    ['en', 'Complaint'],
  ])('gets the labels in %s', async (language, label) => {
    const { body } = await ask(language)
    expect(body.kinds[0]).toMatchObject({ code: 'complaint', label })
  })

  it('gets 404 for one that does not exist', async () => {
    const { status } = await sendJson(app, 'GET', '/api/v1/administrations/nowhere')
    expect(status).toBe(404)
  })
})

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  missingTexts,
  readOwnLocale,
  translator,
  type Texts,
} from '../../src/platform/i18n/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { sendJson } from '../support/json.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'

/** A language that nobody speaks, so that every one of its words is seen to be its own. */
const LANGUAGE = 'qaa'
const UNSAID = 'administrations.front.lead'

let folder: string
let test: TestSystem
let app: RunningApp

function invented(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? `⟦${value}⟧` : invented(value),
    ]),
  )
}

function without(texts: Texts, [first = '', ...rest]: readonly string[]): Texts {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) => {
      if (key !== first) return [[key, value]]
      return typeof value === 'string' ? [] : [[key, without(value, rest)]]
    }),
  )
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-locales-'))
  await mkdir(join(folder, LANGUAGE))
  const { filing: _, ...said } = readOwnLocale('es')
  for (const [feature, file] of Object.entries(without(said, UNSAID.split('.')))) {
    if (typeof file === 'string') continue
    await writeFile(join(folder, LANGUAGE, `${feature}.json`), JSON.stringify(invented(file)))
  }
  test = await openDemoBook({
    env: { LOCALES_DIR: folder },
    change: (file) => file.replace('languages: [es, en]', `languages: [es, en, ${LANGUAGE}]`),
  })
  app = await startApp(test.system)
}, 90_000)
afterAll(async () => {
  await app.close()
  await test.close()
  await rm(folder, { recursive: true })
})

describe('A third language, from a folder of JSON', () => {
  it('is offered and spoken by the pages', async () => {
    const visitor = new Visitor(app)
    expect((await visitor.get('/demo')).text).toContain('⟦Español⟧')
    const page = await visitor.get(`/demo?lang=${LANGUAGE}`)
    expect(page.html).toContain(`<html lang="${LANGUAGE}"`)
    expect(page.text).toContain('⟦Presentar un caso⟧')
    expect(await htmlProblems(page.html)).toEqual([])
    for (const path of ['/', '/demo/denuncia', '/seguimiento', '/personal/entrar']) {
      const { status, text } = await visitor.get(path)
      expect([path, status, text.includes('⟦')]).toEqual([path, 200, true])
    }
  })

  it('falls back to Spanish for what it does not say yet, and one can ask what that is', async () => {
    const visitor = new Visitor(app)
    const { text } = await visitor.get(`/demo?lang=${LANGUAGE}`)
    expect(text).toContain('le escucha. Usted escribe')
    expect((await visitor.get('/demo/nuevo')).status).toBe(200)
    const missing = missingTexts(LANGUAGE)
    expect(missing).toContain(UNSAID)
    expect(missing.filter((key) => !key.startsWith('filing.'))).toEqual([UNSAID])
    expect(missing).toContain('filing.answer.title')
    expect(missingTexts('en')).toEqual([])
  })

  it('counts in its own forms', () => {
    const t = translator(LANGUAGE)
    expect(t('routing.if.more_words', { count: 1 })).toMatch(/^⟦1 /)
  })

  it('is a language in which cases are filed and answered', async () => {
    const { status } = await sendJson(app, 'POST', '/api/v1/administrations/demo/cases', {
      body: { kind: 'need', centre: 'centro', description: 'Falta luz.', language: LANGUAGE },
      headers: { 'Idempotency-Key': 'third-language' },
    })
    expect(status).toBe(201)
  })
})

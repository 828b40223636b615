import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { demoCode, demoSecrets, foundDemo } from '../../../src/corruption-reports/index.ts'
import {
  fromBase64url,
  memberKeysOf,
  passphraseOf,
  toBase64url,
  verifyDirectory,
  type DirectoryEntry,
} from '../../../src/corruption-reports/sealing/index.ts'
import { unlockSeed } from '../../../src/corruption-reports/sealing/seed-lock.ts'
import { findAccountByEmail } from '../../../src/people/index.ts'
import { listNotices } from '../../support/list-notices.ts'
import { openFoundedBook } from '../../support/founded-book.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { enterAsMember, askAs } from './enter-as-member.ts'

let test: TestSystem
let app: RunningApp

beforeAll(async () => {
  test = await openFoundedBook()
  app = await startApp(test.system)
}, 120_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

interface Told {
  administration: string
  entries: DirectoryEntry[]
  me: { id: string }
}

const accounts = [
  'integridad',
  'integridad2',
  'integridad3',
  'custodia',
  'custodia2',
  'custodia3',
  'alterna',
  'resguardo',
  'resguardo2',
  'resguardo3',
]

describe('The members of the demonstration', () => {
  it.each(accounts)(
    '%s signs in with the printed secret and unlocks a key with the printed words',
    async (name) => {
      const email = `${name}@demo.example`
      const visitor = await enterAsMember(test, app, email)
      const told = await askAs<Told>(visitor, '/personal/demo/llaves/datos')
      const directory = verifyDirectory(told.entries, told.administration)
      const seeds = await askAs<{ member: string; inUse: string }>(
        visitor,
        '/personal/demo/llaves/semilla',
      )
      const seed = await unlockSeed({
        blob: fromBase64url(seeds.inUse),
        passphrase: passphraseOf(demoSecrets(email).words),
        memberId: seeds.member,
      })
      const member = directory.members.find(({ id }) => id === told.me.id)
      expect(toBase64url(memberKeysOf(seed).e.publicKey)).toBe(toBase64url(member!.e))
    },
  )

  it('are of different units, so that a conflict can be tried', async () => {
    const visitor = await enterAsMember(test, app, 'integridad@demo.example')
    const { entries } = await askAs<Told>(visitor, '/personal/demo/llaves/datos')
    const officers = entries[0]!.admitted.filter(({ role }) => role === 'integrity_officer')
    expect(new Set(officers.map(({ units }) => units.join())).size).toBe(3)
  })

  it('stay as they are at the next start, and have no place in production', async () => {
    const visitor = await enterAsMember(test, app, 'alterna@demo.example')
    const { entries } = await askAs<Told>(visitor, '/personal/demo/llaves/datos')
    await foundDemo(test.system, 'demo', test.system.clock())
    expect((await askAs<Told>(visitor, '/personal/demo/llaves/datos')).entries).toEqual(entries)
    const { config } = test.system
    const production = { ...config, environment: 'production' as const }
    await expect(
      foundDemo({ ...test.system, config: production }, 'demo', test.system.clock()),
    ).rejects.toThrow('no place here')
  })
})

describe('The room of keys', () => {
  const policy =
    "default-src 'none';script-src 'self' 'wasm-unsafe-eval';style-src 'self';" +
    "img-src 'self' blob: data:;connect-src 'self';frame-src blob:;form-action 'self';" +
    "base-uri 'none';frame-ancestors 'none';require-trusted-types-for 'script';trusted-types 'none'"

  it.each(['/personal/demo/llaves', '/personal/demo/llaves/propias', '/personal/demo/llaves/x'])(
    'has its own air at %s, also for who may not enter',
    async (path) => {
      const member = await enterAsMember(test, app, 'custodia@demo.example')
      const members = await member.request(path)
      const stranger = await fetch(app.url + path, { redirect: 'manual' })
      for (const headers of [members.headers, stranger.headers]) {
        if (headers.get('content-type')?.includes('html')) {
          expect(headers.get('content-security-policy')).toBe(policy)
        }
        expect(headers.get('cache-control')).toBe('no-store')
        expect(headers.get('referrer-policy')).toBe('no-referrer')
        expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
        expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      }
    },
  )

  it.each(['es', 'en'])('has only sound pages, in %s', async (language) => {
    for (const name of ['resguardo', 'integridad', 'custodia']) {
      const visitor = await enterAsMember(test, app, `${name}@demo.example`)
      for (const path of ['', '/propias']) {
        const { html } = await visitor.get(`/personal/demo/llaves${path}?lang=${language}`)
        expect(await htmlProblems(html)).toEqual([])
      }
    }
  })

  it('has a sheet with what is printed on the poster: fingerprint and key of the proofs', async () => {
    const member = await enterAsMember(test, app, 'integridad@demo.example')
    const poster = (await member.get('/demo/denuncia/llaves')).html
    const sheet = (await member.get('/personal/demo/llaves/propias')).html
    for (const name of ['fingerprint', 'signing-key']) {
      const printed = (html: string) =>
        html.match(new RegExp(`class="(?:govuk-body )?${name}">([^<]+)`))?.[1]
      expect(printed(poster)).toMatch(/^\S.+/)
      expect(printed(sheet)).toBe(printed(poster))
    }
  })

  it('shows states to who administers the system, and gives nothing', async () => {
    const visitor = await enterAsMember(test, app, 'admin@demo.example')
    const { text, forms } = await visitor.get('/personal/demo/llaves')
    expect(text).toContain('Usted administra el sistema')
    expect(text).toContain('Irene Cabello Nava Oficial anticorrupción En uso')
    expect(forms.map(({ action }) => action)).toEqual(['/personal/salir'])
    for (const path of ['datos', 'semilla', 'propias', 'firma', 'cambios', 'fundacion']) {
      const answer = await visitor.request(`/personal/demo/llaves/${path}`, { method: 'POST' })
      expect([path, answer.status]).toEqual([path, 403])
    }
  })

  it('is closed to whoever has no key', async () => {
    const visitor = await enterAsMember(test, app, 'responsable@demo.example')
    expect((await visitor.get('/personal/demo/llaves')).status).toBe(403)
  })

  it('has codes for whoever has no app', () => {
    expect(demoCode('alterna@demo.example', test.system.clock())).toMatch(/^\d{6}$/)
  })
})

describe('What anybody may read about the keys', () => {
  it.each(['es', 'en'])(
    'is the fingerprint, who holds them, and what runs, in %s',
    async (lang) => {
      const member = await enterAsMember(test, app, 'alterna@demo.example')
      const { entries, administration } = await askAs<Told>(member, '/personal/demo/llaves/datos')
      const answer = await fetch(`${app.url}/demo/denuncia/llaves?lang=${lang}`)
      const html = await answer.text()
      expect(html).toContain(verifyDirectory(entries, administration).fingerprint)
      const proofs = await fetch(`${app.url}/demo/denuncia/constancias?lang=${lang}`)
      const [key] = (await proofs.text()).match(/(?<=<dd><code>)[\w-]{43}(?=<)/) ?? []
      expect(html.match(/(?<=class="signing-key">)[^<]+/)?.[0]).toBe(key)
      for (const name of ['Irene Cabello Nava', 'Aurora Quintanilla Rey', 'Regina Portillo Mier']) {
        expect(html).toContain(name)
      }
      expect(html).toMatch(/sealed\/officer-room-[0-9A-Z]{8}\.js<\/dt>\s*<dd><code>[0-9a-f]{64}</)
      expect(await htmlProblems(html)).toEqual([])
      expect(answer.headers.getSetCookie()).toEqual([])
    },
  )
})

describe('The second step of a member', () => {
  it('is taken away by who administers the system, and every member is told', async () => {
    const { db } = test.system
    const person = await findAccountByEmail(db, 'custodia3@demo.example')
    const path = `/personal/demo/cuentas/${person!.accountId}`
    const admin = await enterAsMember(test, app, 'admin@demo.example')
    await admin.get(path)
    await admin.submit({}, { form: 'segundo-factor' })
    expect(admin.page.text).toContain('Quitó el segundo paso')
    expect(admin.page.forms.some(({ action }) => action.includes('segundo-factor'))).toBe(false)
    const told = (await listNotices(db)).filter((one) => one.template === 'second_factor_reset')
    expect(told).toHaveLength(10)
    expect(told.some((one) => one.account_id === person!.accountId)).toBe(true)
    const again = await enterAsMember(test, app, 'resguardo@demo.example')
    expect((await again.get(path)).status).toBe(403)
  })
})

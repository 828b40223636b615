import { describe, expect, it } from '@jest/globals'
import { browserName } from '../../src/people/browser-name.ts'
import { knows, readKnownBrowser, remember } from '../../src/people/known-browser.ts'
import { landingUrl, staffNavigation, type Section } from '../../src/people/navigation.ts'
import type { Staff } from '../../src/people/staff-policy.ts'
import { readDraft, writeDraft } from '../../src/people/pages/draft.ts'
import { safeReturn } from '../../src/people/pages/safe-return.ts'
import { waitText } from '../../src/people/pages/wait-text.ts'
import { translator } from '../../src/platform/i18n/index.ts'

describe('The page to come back to', () => {
  it.each([
    ['/personal', '/personal'],
    ['/personal/villa/casos?vista=mine&q=a%20b', '/personal/villa/casos?vista=mine&q=a%20b'],
    ['/personal/villa/../otra', '/personal/otra'],
    ['/personal/../../admin', null],
    ['/personalidad', null],
    ['/', null],
    ['//elsewhere.example/personal', null],
    ['/personal\\@elsewhere.example', null],
    ['/personal/\n', null],
    [`/personal/${'x'.repeat(1000)}`, null],
    [undefined, null],
    [['/personal'], null],
  ])('%j is %j', (asked, safe) => {
    expect(safeReturn(asked)).toBe(safe)
  })
})

describe('A draft on its way through the sign-in page', () => {
  const draft = {
    to: '/personal/villa/casos',
    fields: [['note', 'Línea 1\nLínea 2 «"<&']],
  } as const

  it('comes back as it went', () => {
    expect(readDraft(writeDraft(draft))).toEqual(draft)
  })

  it.each([
    ['leads elsewhere', { ...draft, to: 'https://elsewhere.example' }],
    ['leads to the public side', { ...draft, to: '/villa/nuevo' }],
    ['leads around', { ...draft, to: '/personal/../villa' }],
    ['has fields of a wrong shape', { ...draft, fields: [['note']] }],
    ['has too many fields', { ...draft, fields: Array.from({ length: 501 }, () => ['a', 'b']) }],
  ])('is not taken when it %s', (_, forged) => {
    expect(readDraft(JSON.stringify(forged))).toBeNull()
  })

  it.each(['', 'not json', 'null', '[]', 7, undefined])('is not taken from %j', (text) => {
    expect(readDraft(text)).toBeNull()
  })
})

describe('A browser that somebody used before', () => {
  const secret = Buffer.alloc(32, 1)

  it('is known for each of those who signed in there, and for nobody else', () => {
    const first = readKnownBrowser(remember(null, secret, 'ana'))
    const shared = readKnownBrowser(remember(first, secret, 'beto'))
    expect(shared?.id).toBe(first?.id)
    expect(knows(shared, secret, 'ana')).toBe(true)
    expect(knows(shared, secret, 'beto')).toBe(true)
    expect(knows(shared, secret, 'carla')).toBe(false)
    expect(knows(shared, Buffer.alloc(32, 2), 'ana')).toBe(false)
    expect(knows(null, secret, 'ana')).toBe(false)
  })

  it('forgets the oldest when many share it, and none twice', () => {
    let browser = readKnownBrowser(remember(null, secret, 'first'))
    for (let n = 0; n < 12; n++) browser = readKnownBrowser(remember(browser, secret, `p${n}`))
    expect(knows(browser, secret, 'first')).toBe(false)
    expect(knows(browser, secret, 'p0')).toBe(true)
    const again = readKnownBrowser(remember(browser, secret, 'p0'))
    expect(again?.tags).toHaveLength(12)
    expect(knows(again, secret, 'p1')).toBe(true)
  })

  it.each(['', 'x', 'a.b.c', `${'a'.repeat(22)}${'.t'.repeat(13)}`, 5, undefined, ['a']])(
    'is not read from %j',
    (cookie) => {
      expect(readKnownBrowser(cookie)).toBeNull()
    },
  )
})

describe('The name of a browser', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1',
      'Safari, iOS',
    ],
    ['curl/8.0', ''],
    [undefined, ''],
  ])('%s', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name)
  })
})

describe('The time to wait', () => {
  it.each([
    [1, '1 segundo'],
    [90, '90 segundos'],
    [91, '2 minutos'],
    [900, '15 minutos'],
  ])('of %i seconds is said as %s', (seconds, text) => {
    expect(waitText(translator('es'), seconds)).toBe(text)
  })
})

describe('The sections of the staff', () => {
  const sections: Section[] = [
    { text: 'people.accounts.title', path: 'cuentas', roles: ['claims_manager'] },
    { text: 'people.absences.title', path: 'ausencias', roles: [] },
  ]
  const workplace = {
    administrationId: 'a',
    slug: 'villa',
    name: 'Villa',
    timeZone: 'UTC',
    revision: 1,
  }
  const staff = (role: 'analyst' | 'claims_manager'): Staff => ({
    accountId: 'x',
    name: 'X',
    email: 'x@example.org',
    language: 'es',
    grants: [{ role, administrationId: 'a', centreId: null, unitId: null }],
    workplaces: [workplace],
  })
  const ground = { t: translator('es'), currentPath: '/personal/villa/cuentas/nueva' }

  it('are those of the roles that the person holds there', () => {
    const shown = staffNavigation(sections, { staff: staff('claims_manager'), workplace }, ground)
    expect(shown.items).toEqual([
      { text: 'Cuentas', href: '/personal/villa/cuentas', current: true },
      { text: 'Ausencias', href: '/personal/villa/ausencias', current: false },
    ])
    const others = staffNavigation(sections, { staff: staff('analyst'), workplace }, ground)
    expect(others.items).toHaveLength(1)
  })

  it('are put on shelves where they are many, and the one of this page says so', () => {
    const many: Section[] = [
      ...sections.map((section) => ({ ...section, shelf: 'keeping' as const })),
      ...Array.from({ length: 6 }, (_, index) => ({
        text: 'people.absences.title',
        path: `x${index}`,
        roles: [],
      })),
    ]
    const who = { staff: staff('claims_manager'), workplace }
    const { items, shelves } = staffNavigation(many, who, ground)
    expect(items).toHaveLength(6)
    expect(shelves).toMatchObject([{ text: 'Llevar el libro', current: true, items: [{}, {}] }])
    expect(staffNavigation(many.slice(1), who, ground).shelves).toEqual([])
  })

  it('decide by their order where the day begins', () => {
    expect(landingUrl(sections, staff('claims_manager'), workplace)).toBe('/personal/villa/cuentas')
    expect(landingUrl(sections, staff('analyst'), workplace)).toBe('/personal/villa/ausencias')
    expect(landingUrl([], staff('analyst'), workplace)).toBeNull()
  })

  it('let whoever finds everything on shelves begin where their work is', () => {
    const shelved: Section[] = [
      ...sections.map((section) => ({ ...section, shelf: 'keeping' as const })),
      {
        text: 'people.absences.title',
        path: 'cifras',
        roles: [],
        shelf: 'understanding',
        begins: ['analyst'],
      },
    ]
    const landing = (list: readonly Section[]) => landingUrl(list, staff('analyst'), workplace)
    expect(landing(shelved)).toBe('/personal/villa/cifras')
    const open = { text: 'people.absences.title', path: 'mesa', roles: [] }
    expect(landing([open, ...shelved])).toBe('/personal/villa/mesa')
  })
})

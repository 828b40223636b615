import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import {
  effectiveTerm,
  getBookRules,
  hasAdministrations,
  isOpen,
  listAdministrations,
  whyClosed,
} from '../../src/administrations/index.ts'
import { getCalendar, planClock } from '../../src/deadlines/index.ts'
import { addAdministration, loadPacks } from '../../src/installation/index.ts'
import { closedKinds, openKinds } from '../../src/regimes/index.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

const NOW = new Date('2026-03-02T16:00:00Z')
const TODAY = '2026-03-02'
const SMALL = 'test/installation/fixtures/small.yaml'

let test: TestSystem
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-files-'))
})
beforeEach(async () => {
  test = await openTestSystem()
  await loadPacks(test.system, NOW)
})
afterEach(() => test.close())
afterAll(() => rm(folder, { recursive: true }))

async function fileWith(...changes: [from: string, to: string][]): Promise<string> {
  const text = await readFile(SMALL, 'utf8')
  const path = join(folder, 'changed.yaml')
  await writeFile(
    path,
    changes.reduce((changed, [from, to]) => {
      if (!changed.includes(from)) throw new Error(`the file has no ${from}`)
      return changed.replace(from, to)
    }, text),
  )
  return path
}

describe('An administration from its file', () => {
  it('is there whole and takes filings', async () => {
    const added = await addAdministration(test.system, SMALL, NOW)
    const rules = await getBookRules(test.system, 'villa-alta', NOW)
    expect(added.missing).toEqual([])
    expect(isOpen(rules, TODAY)).toBe(true)
    expect(rules.administration).toMatchObject({
      name: 'Municipalidad de Villa Alta',
      bookCode: 'VALTA',
      timeZone: 'America/Lima',
      demo: false,
    })
    expect(rules.centres).toMatchObject([
      {
        slug: 'sede',
        headApproves: false,
        hours: [
          { weekday: 1, opens: '08:00', closes: '16:30' },
          { weekday: 2, opens: '08:00', closes: '16:30' },
        ],
        windows: [{ slug: 'v1', name: 'Ventanilla 1' }],
        serviceIds: [rules.services[0]?.serviceId],
      },
    ])
    expect(rules.services[0]?.unitId).toBe(
      rules.units.find(({ slug }) => slug === 'rentas')?.unitId,
    )
    expect(rules.officials).toMatchObject([{ name: 'Nilda Quispe Roca', post: 'Cajera' }])
    expect((await listAdministrations(test.system.db)).map(({ slug }) => slug)).toEqual([
      'villa-alta',
    ])
  })

  it('leads whoever leaves its sealed door in a hurry elsewhere, safely, and never back', async () => {
    const exit = 'quickExit: https://www.senamhi.gob.pe/'
    for (const [address, why] of [
      ['http://www.senamhi.gob.pe/', 'Invalid URL'],
      ['javascript:alert(1)', 'Invalid URL'],
      ['https://libro.test:8443/villa-alta', 'leads back to this book'],
    ] as const) {
      const adding = addAdministration(
        test.system,
        await fileWith([exit, `quickExit: '${address}'`]),
        NOW,
      )
      await expect(adding).rejects.toThrow(new RegExp(`quickExit.*${why}`))
    }
    expect(await hasAdministrations(test.system.db)).toBe(false)
  })

  it('gets an empty book of its own', async () => {
    const { administrationId } = await addAdministration(test.system, SMALL, NOW)
    const books = await test.system.db.selectFrom('books').selectAll().execute()
    expect(books).toMatchObject([
      {
        administration_id: administrationId,
        code: 'VALTA',
        year: 2026,
        last_number: 0,
        filings: 0,
      },
    ])
  })

  it('hands out a password once where the file gives none', async () => {
    const { passwords } = await addAdministration(test.system, SMALL, NOW)
    expect(passwords).toEqual([
      {
        email: 'responsable@villa-alta.example',
        password: expect.stringMatching(/^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/),
      },
    ])
    const accounts = await test.system.db
      .selectFrom('accounts')
      .select(['email', 'must_change_password'])
      .execute()
    expect(accounts).toEqual([
      { email: 'responsable@villa-alta.example', must_change_password: true },
    ])
  })

  it('is refused when it is there already, and nothing changes', async () => {
    await addAdministration(test.system, SMALL, NOW)
    await expect(addAdministration(test.system, SMALL, NOW)).rejects.toThrow(
      'There is an administration villa-alta already. Nothing was changed.',
    )
  })

  it('keeps the formal claim of Peru off until the opinion is recorded in it', async () => {
    await addAdministration(test.system, SMALL, NOW)
    const { regime, authorisations } = await getBookRules(test.system, 'villa-alta', NOW)
    expect(closedKinds(regime, authorisations, TODAY).map(({ code }) => code)).toEqual(['claim'])
  })

  it('has the formal claim on with the opinion', async () => {
    const opinion = '[{ code: sgp-own-system, reference: Oficio 12, grantedOn: 2026-02-01 }]'
    await addAdministration(
      test.system,
      await fileWith(['authorisations: []', `authorisations: ${opinion}`]),
      NOW,
    )
    const { regime, authorisations } = await getBookRules(test.system, 'villa-alta', NOW)
    expect(openKinds(regime, authorisations, TODAY).map(({ code }) => code)).toContain('claim')
  })
})

describe('Where the law leaves the terms to the administration', () => {
  const guanajuato: [string, string] = ['regime: pe-ds-007-2020-pcm', 'regime: mx-guanajuato-mas']
  const terms: [string, string] = [
    'terms: []',
    `terms:
  - { step: answer, days: 10, from: 2026-01-01, source: Acuerdo 1 }
  - { step: answer, kind: compliment, days: 5, from: 2026-01-01, source: Acuerdo 1 }
  - { step: triage, days: 2, from: 2026-01-01, source: Acuerdo 1 }`,
  ]

  it('cannot open before they are entered', async () => {
    const { missing } = await addAdministration(test.system, await fileWith(guanajuato), NOW)
    const rules = await getBookRules(test.system, 'villa-alta', NOW)
    expect(missing).toContainEqual({ reason: 'term_missing', step: 'answer', kind: 'complaint' })
    expect(whyClosed(rules, TODAY)).toContainEqual({ reason: 'not_opened' })
    expect(await listAdministrations(test.system.db)).toEqual([])
    expect(await hasAdministrations(test.system.db)).toBe(true)
  })

  it('opens with them and counts by them', async () => {
    await addAdministration(test.system, await fileWith(guanajuato, terms), NOW)
    const rules = await getBookRules(test.system, 'villa-alta', NOW)
    expect(isOpen(rules, TODAY)).toBe(true)
    expect(effectiveTerm(rules, 'answer', 'complaint', TODAY)).toMatchObject({
      days: 10,
      unit: 'business',
      source: 'Acuerdo 1',
      suspendedBy: ['awaiting_correction'],
    })
    expect(effectiveTerm(rules, 'answer', 'compliment', TODAY)?.days).toBe(5)
  })

  it('refuses one above the ceiling, with its line', async () => {
    const over: [string, string] = ['days: 10,', 'days: 70,']
    await expect(
      addAdministration(test.system, await fileWith(guanajuato, terms, over), NOW),
    ).rejects.toThrow(/line \d+, \/terms\/0\/days: passes the limit of the regime: 3 months/)
  })
})

describe('A file with mistakes', () => {
  it('is told all of them, each with its line, and nothing is stored', async () => {
    const path = await fileWith(
      ['unit: rentas, name', 'unit: rents, name'],
      ['role: claims_manager', 'role: unit_head'],
      ['desk: unit, unit: rentas', 'desk: unit, unit: nobody, motives: [weather]'],
    )
    const adding = addAdministration(test.system, path, NOW)
    await expect(adding).rejects.toMatchObject({
      problems: [
        { at: '/services/0/unit', message: 'there is no unit rents', line: 19 },
        { at: '/accounts/0/roles/0', message: 'unit_head is not held in such a place', line: 32 },
        { at: '/routing/0/motives/0', message: 'there is no motive weather', line: 34 },
        { at: '/routing/0/unit', message: 'there is no unit nobody', line: 34 },
      ],
    })
    expect(await hasAdministrations(test.system.db)).toBe(false)
  })

  it('is told what the regime is when there is none of that name', async () => {
    const path = await fileWith(['regime: pe-ds-007-2020-pcm', 'regime: atlantis'])
    await expect(addAdministration(test.system, path, NOW)).rejects.toThrow(
      'line 5, /regime: no version of the regime atlantis is in force today',
    )
  })

  it('is told when it is not there at all', async () => {
    await expect(addAdministration(test.system, 'nowhere.yaml', NOW)).rejects.toThrow(
      'nowhere.yaml cannot be read',
    )
  })
})

describe('A country that nobody thought of', () => {
  it('needs a regime, a calendar and a file, and no code', async () => {
    const load = `load:
  regimes: ['${resolve('test/regimes/fixtures/co-ley-1755.yaml')}']
  calendars: ['${resolve('test/installation/fixtures/co-national.yaml')}']
bookCode`
    const path = await fileWith(
      ['regime: pe-ds-007-2020-pcm', 'regime: co-ley-1755'],
      ['America/Lima', 'America/Bogota'],
      ['bookCode', load],
    )
    await addAdministration(test.system, path, NOW)
    const rules = await getBookRules(test.system, 'villa-alta', NOW)
    expect(isOpen(rules, TODAY)).toBe(true)
    const term = effectiveTerm(rules, 'answer', 'petition', TODAY)!
    const calendar = await getCalendar(test.system.db, rules.administration.calendarCode)
    const clock = planClock(
      {
        administrationId: rules.administration.administrationId,
        caseId: randomUUID(),
        term,
        regimeCode: rules.regime.code,
        regimeVersion: rules.regimeVersion,
        startedAt: NOW,
        timeZone: rules.administration.timeZone,
        told: true,
      },
      calendar,
    )
    // 15 working days from Monday 2 March, less the holiday of Monday 23
    expect(clock.dueOn).toBe('2026-03-24')
  })
})

describe('Days off of one administration or centre', () => {
  it('count there and nowhere else', async () => {
    const day =
      '{ date: 2026-03-10, name: { es: Aniversario, en: Anniversary }, source: Ordenanza }'
    const centreDay = day.replace('03-10', '03-11')
    const path = await fileWith(
      ['timeZone:', `ownDays: [${day}]\ntimeZone:`],
      ['name: Sede central', `name: Sede central\n    ownDays: [${centreDay}]`],
    )
    await addAdministration(test.system, path, NOW)
    const { administration, centres } = await getBookRules(test.system, 'villa-alta', NOW)
    const { db } = test.system
    const offIn = async (code: string) => {
      const calendar = await getCalendar(db, code)
      return ['2026-03-10', '2026-03-11'].filter((date) => !calendar.isWorking(date))
    }
    expect(await offIn('pe-national')).toEqual([])
    expect(await offIn(administration.calendarCode)).toEqual(['2026-03-10'])
    expect(await offIn(centres[0]!.calendarCode!)).toEqual(['2026-03-10', '2026-03-11'])
  })

  it('need a calendar that is there', async () => {
    const path = await fileWith(['timeZone:', 'calendar: atlantis\ntimeZone:'])
    await expect(addAdministration(test.system, path, NOW)).rejects.toThrow(
      /\/calendar: there is no calendar atlantis/,
    )
  })
})

describe('Routing rules of the file', () => {
  it('stand in its order and point at what it names', async () => {
    const { administrationId } = await addAdministration(test.system, SMALL, NOW)
    const { units } = await getBookRules(test.system, 'villa-alta', NOW)
    const rules = await test.system.db
      .selectFrom('routing_rules')
      .selectAll()
      .where('administration_id', '=', administrationId)
      .execute()
    expect(rules).toMatchObject([
      {
        position: 1,
        name: 'Arbitrios',
        words: ['arbitrios'],
        desk: 'unit',
        unit_id: units.find(({ slug }) => slug === 'rentas')?.unitId,
      },
    ])
  })

  it('are refused when they could never match', async () => {
    const path = await fileWith(['words: [arbitrios]', "words: ['la']"])
    await expect(addAdministration(test.system, path, NOW)).rejects.toThrow(
      /\/routing\/0\/words: says_nothing la/,
    )
    expect(await hasAdministrations(test.system.db)).toBe(false)
  })
})

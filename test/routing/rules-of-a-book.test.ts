import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listAuditLines } from '../../src/audit/index.ts'
import { Invalid, NotFound } from '../../src/platform/errors.ts'
import { addRule, chooseHandlerInUnit, routeInBook } from '../../src/routing/index.ts'
import { changeRule } from '../../src/routing/actions/change-rule.ts'
import { orderRules } from '../../src/routing/actions/put-in-order.ts'
import { listRules } from '../../src/routing/routing-rule-store.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { buildRoutedTown, ruleOf, type RoutedTown } from './routed-town.ts'

const TODAY = '2026-03-02'
let house: TestSystem
beforeAll(async () => {
  house = await openTestSystem()
})
afterAll(() => house.close())

function deedIn(town: RoutedTown) {
  return {
    administrationId: town.administrationId,
    accountId: town.manager,
    at: house.system.clock(),
  }
}

async function route(town: RoutedTown, text: string, serviceId: string | null = town.water) {
  const filing = {
    kind: 'complaint',
    centreId: town.north,
    serviceId,
    motives: [],
    channel: 'web',
    spokenLanguage: null,
    text,
    pickedOfficialIds: [],
  }
  return routeInBook(house.system.db, await town.book(), filing, house.system.clock())
}

async function namesOf(town: RoutedTown): Promise<string[]> {
  return (await listRules(house.system.db, town.administrationId)).map(({ name }) => name)
}

describe('the rules of a book', () => {
  let town: RoutedTown
  let ids: string[]
  beforeAll(async () => {
    town = await buildRoutedTown(house.system, 'villa')
    ids = []
    for (const rule of [
      ruleOf({ name: 'Baches', words: 'bache\nsocavón', desk: 'unit', unitId: town.works }),
      ruleOf({ name: 'Dueño', desk: 'unit', priority: '1' }),
      ruleOf({ name: 'Resto', desk: 'centre' }),
    ])
      ids.push(await addRule(house.system.db, deedIn(town), rule))
  })

  it('are tried in the order in which they were added', async () => {
    expect(await namesOf(town)).toEqual(['Baches', 'Dueño', 'Resto'])
    expect(await route(town, 'Hay dos baches')).toMatchObject({ ruleId: ids[0] })
    expect(await route(town, 'No sale agua')).toMatchObject({
      ruleId: ids[1],
      unitId: town.works,
      priority: 1,
    })
    expect(await route(town, 'No atienden', null)).toMatchObject({ ruleId: ids[2] })
  })

  it('decide as changed from the moment of the change, though they were read before', async () => {
    await route(town, 'Hay dos baches')
    const parks = ruleOf({ name: 'Baches', words: 'bache', desk: 'unit', unitId: town.parks })
    await changeRule(house.system.db, deedIn(town), {
      rule: { ruleId: ids[0] ?? '', ...parks },
      version: 1,
    })
    expect(await route(town, 'Hay dos baches')).toMatchObject({ unitId: town.parks })
    expect(await route(town, 'Hay un socavón')).toMatchObject({ ruleId: ids[1] })
  })

  it('are tried in another order, what is not named behind the others', async () => {
    const [first = '', second = '', last = ''] = ids
    await orderRules(house.system.db, deedIn(town), { order: [last, first], version: 0 })
    expect(await namesOf(town)).toEqual(['Resto', 'Baches', 'Dueño'])
    const order = [first, second, last]
    await orderRules(house.system.db, deedIn(town), { order, version: 1 })
    expect(await namesOf(town)).toEqual(['Baches', 'Dueño', 'Resto'])
  })

  it('take one order of many people who change it at once, and tell the others', async () => {
    const orders = Array.from({ length: 8 }, (_, index) =>
      orderRules(house.system.db, deedIn(town), {
        order: [...ids.slice(index % 3), ...ids.slice(0, index % 3)],
        version: 2,
      }).then(
        () => 'kept',
        (error: unknown) => (error instanceof Invalid ? error.problems[0]?.code : error),
      ),
    )
    const said = await Promise.all(orders)
    expect(said.filter((one) => one === 'kept').length).toBeGreaterThan(0)
    expect(new Set(said)).toEqual(new Set(['kept', 'changed_meanwhile']))
    expect((await namesOf(town)).toSorted()).toEqual(['Baches', 'Dueño', 'Resto'])
  })

  it('leave a trace of each change in the log, with ids and never their contents', async () => {
    const lines = await listAuditLines(house.system.db, {
      administrationId: town.administrationId,
    })
    expect(lines.filter(({ action }) => action === 'setting_changed')).toContainEqual(
      expect.objectContaining({
        details: { subject: 'routing_rule', id: ids[0], version: 2, undoes: null },
      }),
    )
  })

  it('belong to one book only', async () => {
    const other = await buildRoutedTown(house.system, 'aldea')
    expect((await route(other, 'Hay dos baches')).ruleId).toBeNull()
    await expect(
      changeRule(house.system.db, deedIn(other), {
        rule: { ruleId: ids[0] ?? '', ...ruleOf({}) },
        version: 0,
      }),
    ).rejects.toThrow(NotFound)
    await orderRules(house.system.db, deedIn(other), { order: ids, version: 0 })
    expect(await namesOf(other)).toEqual([])
  })

  it.each<[string, (town: RoutedTown) => Record<string, string | string[]>, string, string]>([
    [
      'a unit of nobody',
      () => ({ desk: 'unit', unitId: crypto.randomUUID() }),
      'unitId',
      'unknown',
    ],
    ['a centre of nobody', () => ({ centreIds: crypto.randomUUID() }), 'centreIds', 'unknown'],
    ['a kind that the regime lacks', () => ({ kinds: 'prayer' }), 'kinds', 'unknown'],
    ['a channel that does not exist', () => ({ channels: 'pigeon' }), 'channels', 'unknown'],
    [
      'a service that its centres lack',
      (in_) => ({ centreIds: in_.south, serviceIds: in_.trees }),
      'serviceIds',
      'not_offered',
    ],
    ['a word of articles only', () => ({ words: 'el las' }), 'words', 'says_nothing'],
    ['an ending of two letters', () => ({ words: 'po*' }), 'words', 'too_short'],
    [
      'a phrase of nine words',
      () => ({ words: 'uno dos tres cuatro cinco seis siete ocho nueve' }),
      'words',
      'too_many_words',
    ],
    [
      'words that it excludes itself',
      () => ({ words: 'luz\nluz roja', exceptWords: 'luz' }),
      'exceptWords',
      'excludes_itself',
    ],
    [
      'an end before its start',
      () => ({ validFrom: '2026-05-02', validUntil: '2026-05-01' }),
      'validUntil',
      'before_start',
    ],
  ])('refuse %s', async (_, fields, field, code) => {
    const before = await namesOf(town)
    const adding = addRule(house.system.db, deedIn(town), ruleOf(fields(town)))
    await expect(adding).rejects.toThrow(Invalid)
    await expect(adding).rejects.toMatchObject({ problems: [{ field, code }] })
    expect(await namesOf(town)).toEqual(before)
  })
})

describe('a filing for which nobody is left', () => {
  it('goes to the responsible of the book from a unit and a centre without people', async () => {
    const town = await buildRoutedTown(house.system, 'colonia')
    const rules = [
      ruleOf({ name: 'Parques', words: 'poda', desk: 'unit', unitId: town.parks }),
      ruleOf({ name: 'Obras', words: 'bache', desk: 'unit', unitId: town.works }),
      ruleOf({ name: 'Resto', desk: 'centre' }),
    ]
    for (const rule of rules) await addRule(house.system.db, deedIn(town), rule)
    expect(await route(town, 'Falta una poda')).toMatchObject({
      desk: 'claims_manager',
      unitId: town.parks,
      nobodyThere: true,
      assignAtOnce: false,
    })
    expect(await route(town, 'Hay un bache')).toMatchObject({ desk: 'unit', nobodyThere: false })
    expect(await route(town, 'No atienden')).toMatchObject({
      desk: 'claims_manager',
      nobodyThere: true,
    })
  })
})

describe('a filing that names the head of the unit', () => {
  it('goes to the unit above or, where nobody works there, to the responsible', async () => {
    const town = await buildRoutedTown(house.system, 'puebla')
    await addRule(house.system.db, deedIn(town), ruleOf({ name: 'Dueño', desk: 'unit' }))
    expect(await route(town, 'La señora Inés Tapia me gritó')).toMatchObject({
      desk: 'claims_manager',
      unitId: town.town,
      movedUp: true,
      nobodyThere: true,
      excludedAccountIds: [town.headOfWorks],
      namedOfficials: [{ officialId: town.officialId, certainty: 'named' }],
    })
    expect(await route(town, 'La jefa de obras no vino a Obras')).toMatchObject({
      unitId: town.town,
    })
    expect(await route(town, 'Nadie me atendió')).toMatchObject({ unitId: town.works })
  })
})

describe('the handler in a unit', () => {
  it('is counted by open cases and never somebody left out', async () => {
    const town = await buildRoutedTown(house.system, 'toluca')
    const [ana = '', beto = ''] = town.handlers
    const unit = { administrationId: town.administrationId, unitId: town.works, day: TODAY }
    const choose = (excludedAccountIds: string[]) =>
      chooseHandlerInUnit(
        house.system.db,
        { ...unit, excludedAccountIds },
        async () =>
          new Map([
            [ana, 1],
            [beto, 5],
          ]),
      )
    expect((await choose([])).accountId).toBe(ana)
    expect((await choose([ana])).accountId).toBe(beto)
    expect((await choose([ana, beto])).accountId).toBeNull()
  })
})

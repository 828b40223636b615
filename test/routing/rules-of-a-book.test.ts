import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listAuditLines } from '../../src/audit/index.ts'
import { Invalid, NotFound } from '../../src/platform/errors.ts'
import { addRule, chooseHandlerInUnit, routeInBook } from '../../src/routing/index.ts'
import { changeRule } from '../../src/routing/actions/change-rule.ts'
import { moveRule } from '../../src/routing/actions/move-rule.ts'
import { switchOffRule, switchOnRule } from '../../src/routing/actions/switch-off-rule.ts'
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
    expect(await route(town, 'No atienden', null)).toMatchObject({ desk: 'centre' })
  })

  it('decide as changed from the moment of the change, though they were read before', async () => {
    await route(town, 'Hay dos baches')
    const parks = ruleOf({ name: 'Baches', words: 'bache', desk: 'unit', unitId: town.parks })
    await changeRule(house.system.db, deedIn(town), ids[0] ?? '', parks)
    expect(await route(town, 'Hay dos baches')).toMatchObject({ unitId: town.parks })
    expect(await route(town, 'Hay un socavón')).toMatchObject({ ruleId: ids[1] })
  })

  it('change places one by one, and not past the ends', async () => {
    const [first = '', , last = ''] = ids
    await moveRule(house.system.db, deedIn(town), last, 'up')
    expect(await namesOf(town)).toEqual(['Baches', 'Resto', 'Dueño'])
    await moveRule(house.system.db, deedIn(town), first, 'up')
    await moveRule(house.system.db, deedIn(town), last, 'down')
    expect(await namesOf(town)).toEqual(['Baches', 'Dueño', 'Resto'])
  })

  it('keep a whole order when many people move them at once', async () => {
    const moves = Array.from({ length: 12 }, (_, index) =>
      moveRule(house.system.db, deedIn(town), ids[index % 3] ?? '', index % 2 ? 'up' : 'down'),
    )
    await Promise.all(moves)
    expect((await namesOf(town)).toSorted()).toEqual(['Baches', 'Dueño', 'Resto'])
  })

  it('decide nothing while switched off', async () => {
    const ownerId = ids[1] ?? ''
    await switchOffRule(house.system.db, deedIn(town), ownerId, TODAY)
    expect((await route(town, 'No sale agua')).ruleId).toBe(ids[2])
    await switchOnRule(house.system.db, deedIn(town), ownerId, TODAY)
    expect(await namesOf(town)).toHaveLength(3)
    const { why } = await route(town, 'No sale agua')
    expect(why.find(({ ruleId }) => ruleId === ownerId)?.matched ?? true).toBe(true)
  })

  it('leave a trace of each change, with fields and never their contents', async () => {
    const lines = await listAuditLines(house.system.db, {
      administrationId: town.administrationId,
    })
    const actions = lines.map(({ action }) => action)
    expect(actions).toContain('routing_rule_added')
    expect(actions).toContain('routing_rule_moved')
    expect(actions).toContain('routing_rule_switched_off')
    const changed = lines.find(({ action }) => action === 'routing_rule_changed')
    expect(changed?.details).toMatchObject({ ruleId: ids[0], changed: ['words', 'unitId'] })
  })

  it('belong to one book only', async () => {
    const other = await buildRoutedTown(house.system, 'aldea')
    expect((await route(other, 'Hay dos baches')).ruleId).toBeNull()
    await expect(
      changeRule(house.system.db, deedIn(other), ids[0] ?? '', ruleOf({})),
    ).rejects.toThrow(NotFound)
    await expect(moveRule(house.system.db, deedIn(other), ids[0] ?? '', 'up')).rejects.toThrow(
      NotFound,
    )
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

describe('a filing that names the head of the unit', () => {
  it('goes to the unit above, and the head is left out', async () => {
    const town = await buildRoutedTown(house.system, 'puebla')
    await addRule(house.system.db, deedIn(town), ruleOf({ name: 'Dueño', desk: 'unit' }))
    expect(await route(town, 'La señora Inés Tapia me gritó')).toMatchObject({
      desk: 'unit',
      unitId: town.town,
      movedUp: true,
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

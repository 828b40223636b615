import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { getBookRules } from '../../src/administrations/index.ts'
import { canSee, type CaseViewer } from '../../src/cases/case-policy.ts'
import { CASE_STATES, STATE_TYPE } from '../../src/cases/case-states.ts'
import { findCase } from '../../src/cases/case-store.ts'
import type { Case } from '../../src/cases/case.ts'
import { countDesk } from '../../src/cases/desk-counts-store.ts'
import { listDesk } from '../../src/cases/desk-store.ts'
import { isDeskView, type DeskFilters, type DeskView } from '../../src/cases/desk.ts'
import { roles, type Role } from '../../src/people/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import type { TestSystem } from '../support/test-system.ts'
import { fileComplaint } from './follow/followed-case.ts'

const ME = randomUUID()
const MY_ENTRY = randomUUID()
const OTHER = randomUUID()

const PLACES = [
  'installation',
  'elsewhere',
  'administration',
  'centre',
  'other centre',
  'unit',
  'other unit',
  'unit in the centre',
] as const

let test: TestSystem
let cases: Case[]
let scopes: Record<
  (typeof PLACES)[number],
  { administrationId: string | null; centreId: string | null; unitId: string | null }
>

/** Every combination of what decides who sees a case, as cases of one book. */
beforeAll(async () => {
  test = await openDemoBook()
  const { db } = test.system
  const book = await getBookRules(test.system, 'demo', test.system.clock())
  const { administrationId } = book.administration
  const [centreId = '', otherCentreId = ''] = book.centres.map((centre) => centre.centreId)
  const [unitId = '', otherUnitId = ''] = book.units.map((unit) => unit.unitId)
  scopes = {
    installation: { administrationId: null, centreId: null, unitId: null },
    elsewhere: { administrationId: OTHER, centreId: null, unitId: null },
    administration: { administrationId, centreId: null, unitId: null },
    centre: { administrationId, centreId, unitId: null },
    'other centre': { administrationId, centreId: otherCentreId, unitId: null },
    unit: { administrationId, centreId: null, unitId },
    'other unit': { administrationId, centreId: null, unitId: otherUnitId },
    'unit in the centre': { administrationId, centreId, unitId },
  }
  await sql`insert into accounts (account_id, email, name, password_hash, created_at)
    values (${ME}, 'yo@demo.example', 'Yo', 'none', now())`.execute(db)
  cases = []
  for (const centre of [centreId, otherCentreId]) {
    for (const unit of [null, unitId, otherUnitId]) {
      for (const handler of [null, ME]) {
        for (const restricted of [null, 'by_hand']) {
          for (const named of ['{}', `{${MY_ENTRY}}`, `{${OTHER}}`]) {
            const { caseNumber } = await fileComplaint(test.system)
            await sql`update cases set centre_id = ${centre}, unit_id = ${unit},
              handler_id = ${handler}, restricted = ${restricted}, named_officials = ${named},
              ${standing(cases.length)} where case_number = ${caseNumber}`.execute(db)
            const item = await findCase(db, { administrationId, caseNumber })
            if (item) cases.push(item)
          }
        }
      }
    }
  }
}, 120_000)
afterAll(() => test.close())

const STATES = CASE_STATES.filter((state) => ['open', 'waiting'].includes(STATE_TYPE[state]))

/** All open, and otherwise as different as steps of numbers without a common measure make them. */
function standing(number: number) {
  const due = [null, '2026-02-27', '2026-03-02', '2026-03-05', '2026-03-06'][number % 5] ?? null
  return sql`state = ${STATES[number % STATES.length] ?? 'registered'}, due_on = ${due},
    priority = ${number % 11 === 0 ? 1 : 0}, clock_suspended = ${number % 4 === 0},
    answered_at = ${number % 13 === 0 ? '2026-03-01T12:00:00Z' : null}`
}

function viewerWith(role: Role, place: (typeof PLACES)[number], isNamed = false): CaseViewer {
  return {
    staff: {
      accountId: ME,
      name: 'Yo',
      email: 'yo@demo.example',
      language: 'es',
      grants: [{ role, ...scopes[place] }],
      workplaces: [],
    },
    administrationId: scopes.administration.administrationId ?? '',
    officialIds: isNamed ? [MY_ENTRY] : [],
  }
}

const OPEN_CASES: DeskFilters = {
  view: 'open',
  text: null,
  numbers: [],
  kind: null,
  centreId: null,
  serviceId: null,
  unitId: null,
  priority: null,
  channel: null,
  spokenLanguage: null,
  handlerId: null,
  state: null,
  from: null,
  until: null,
}
const DAYS = { today: '2026-03-02', soon: '2026-03-05' }

async function onDesk(viewer: CaseViewer, view: DeskView = 'open'): Promise<string[]> {
  const page = { after: null, size: 100 }
  const desk = await listDesk(test.system.db, viewer, { ...OPEN_CASES, view }, DAYS, page)
  return desk.cases.map(({ caseNumber }) => caseNumber).sort()
}

const oneByOne = (viewer: CaseViewer) =>
  cases.filter((item) => canSee(viewer, item)).map(({ caseNumber }) => caseNumber)

describe.each([
  ['nobody of the directory', false],
  ['somebody whom cases name', true],
])('Whoever is %s', (_who, isNamed) => {
  it.each(roles.flatMap((role) => PLACES.map((place): [Role, typeof place] => [role, place])))(
    'as %s of the %s sees the same cases on the desk and one by one',
    async (role, place) => {
      const viewer = viewerWith(role, place, isNamed)
      expect(await onDesk(viewer)).toEqual(oneByOne(viewer).sort())
    },
  )
})

/** The heads of two places that overlap, with a book of their own beside. */
const SEVERAL: [string, [Role, (typeof PLACES)[number]][]][] = [
  [
    'a unit and a centre',
    [
      ['unit_head', 'unit'],
      ['office_head', 'centre'],
    ],
  ],
  [
    'a centre, restricted cases too, and a unit in it',
    [
      ['claims_manager', 'centre'],
      ['unit_handler', 'unit in the centre'],
    ],
  ],
  [
    'two units and all that is read',
    [
      ['unit_head', 'unit'],
      ['unit_head', 'other unit'],
      ['auditor', 'administration'],
    ],
  ],
  ['every unit', [['unit_head', 'administration']]],
  [
    'the whole book',
    [
      ['claims_manager', 'administration'],
      ['office_head', 'centre'],
    ],
  ],
  ['nothing but what is in hand', []],
]

describe('The counts of the desk', () => {
  it.each(
    SEVERAL.flatMap(([name, held]) => [false, true].map((isNamed) => ({ name, held, isNamed }))),
  )('hold as many as each list, of $name, named in cases: $isNamed', async ({ held, isNamed }) => {
    const viewer = viewerWith('auditor', 'elsewhere', isNamed)
    viewer.staff.grants = held.map(([role, place]) => ({ role, ...scopes[place] }))
    const { views: counts } = await countDesk(test.system.db, viewer, DAYS)
    expect(Object.keys(counts)).toHaveLength(10)
    for (const view of Object.keys(counts).filter(isDeskView)) {
      expect([view, counts[view]]).toEqual([view, (await onDesk(viewer, view)).length])
    }
  })
})

describe('Of the cases compared', () => {
  it.each<[Role, (typeof PLACES)[number], number]>([
    ['claims_manager', 'administration', 72],
    ['claims_manager', 'elsewhere', 36],
    ['auditor', 'administration', 54],
    ['office_head', 'centre', 45],
    ['unit_head', 'unit', 42],
    ['system_admin', 'installation', 36],
  ])('%s of the %s sees as many as the combinations say', (role, place, seen) => {
    expect(oneByOne(viewerWith(role, place))).toHaveLength(seen)
  })

  it('none that names the viewer is seen, whatever the role', () => {
    expect(oneByOne(viewerWith('claims_manager', 'administration', true))).toHaveLength(48)
  })
})

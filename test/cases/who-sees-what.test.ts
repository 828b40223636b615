import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { getBookRules } from '../../src/administrations/index.ts'
import { canSee, type CaseViewer } from '../../src/cases/case-policy.ts'
import { findCase } from '../../src/cases/case-store.ts'
import type { Case } from '../../src/cases/case.ts'
import { listDesk } from '../../src/cases/desk-store.ts'
import type { DeskFilters } from '../../src/cases/desk.ts'
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
              handler_id = ${handler}, restricted = ${restricted}, named_officials = ${named}
              where case_number = ${caseNumber}`.execute(db)
            const item = await findCase(db, { administrationId, caseNumber })
            if (item) cases.push(item)
          }
        }
      }
    }
  }
}, 120_000)
afterAll(() => test.close())

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
  channel: null,
  spokenLanguage: null,
  state: null,
  from: null,
  until: null,
}
const DAYS = { today: '2026-03-02', soon: '2026-03-05' }

async function onDesk(viewer: CaseViewer): Promise<string[]> {
  const page = { after: null, size: 100 }
  const desk = await listDesk(test.system.db, viewer, OPEN_CASES, DAYS, page)
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

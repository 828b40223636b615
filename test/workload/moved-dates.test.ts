import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { getBookRules } from '../../src/administrations/index.ts'
import { findCase } from '../../src/cases/case-store.ts'
import { caseDeadlineWatch } from '../../src/cases/deadline-watch.ts'
import { recomputeOpenClocks } from '../../src/deadlines/index.ts'
import { declareOwnDay, withdrawOwnDay } from '../../src/installation/actions/keep-days.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { fileComplaint } from '../cases/follow/followed-case.ts'
import { openDemoBook } from '../support/demo-book.ts'
import type { TestSystem } from '../support/test-system.ts'

let test: TestSystem
let caseNumber: string

beforeAll(async () => {
  test = await openDemoBook()
  const person = { names: 'Ana', firstSurname: 'Robles', email: 'ana@correo.example' }
  caseNumber = (await fileComplaint(test.system, { person, answerBy: 'email' })).caseNumber
}, 60_000)
afterAll(() => test.close())

async function standing() {
  const { db, clock } = test.system
  const book = await getBookRules(test.system, 'demo', clock())
  const { administrationId, calendarCode } = book.administration
  const item = await findCase(db, { administrationId, caseNumber })
  const own = book.centres.find(({ centreId }) => centreId === item?.centreId)?.calendarCode
  return { administrationId, calendarCode, clockBy: own ?? calendarCode, dueOn: item!.dueOn! }
}

async function change(
  step: (
    deed: { administrationId: string; accountId: string; at: Date },
    code: string,
  ) => Promise<void>,
) {
  const { system } = test
  const at = system.clock()
  const { administrationId, calendarCode, clockBy } = await standing()
  const account = await findAccountByEmail(system.db, 'responsable@demo.example')
  await step({ administrationId, accountId: account!.accountId, at }, calendarCode)
  await recomputeOpenClocks(system.db, clockBy, at, caseDeadlineWatch(system).onMoved)
  return (await standing()).dueOn
}

const day = (date: string) => ({
  date,
  kind: 'closure' as const,
  source: 'Acuerdo 7',
  name: { es: 'Cierre', en: 'Closure' },
})
const letters = () =>
  test.system.db
    .selectFrom('notices')
    .select('template')
    .where('template', '=', 'date_moved')
    .execute()

it('Days off declared after dates were set move them, tell the person once, and go back with the day', async () => {
  const { system } = test
  const { dueOn } = await standing()
  const later = await change((deed, code) => declareOwnDay(system, deed, code, day('2026-03-05')))
  expect(later > dueOn).toBe(true)
  await change((deed, code) => declareOwnDay(system, deed, code, day('2026-03-06')))
  expect(await letters()).toHaveLength(1)
  await change((deed, code) => withdrawOwnDay(system, deed, code, '2026-03-06'))
  expect(await change((deed, code) => withdrawOwnDay(system, deed, code, '2026-03-05'))).toBe(dueOn)
})

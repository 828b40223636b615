import { getAdministration, listCentres } from '../administrations/index.ts'
import type { CaseFacts } from '../analysis/index.ts'
import {
  getCalendar,
  listClocksOf,
  type StoredClock,
  type WorkingCalendar,
} from '../deadlines/index.ts'
import { listSteps, type Step } from '../ledger/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { factsOf } from './case-facts.ts'
import { listOutlines, listRegistered, type RegisteredCase } from './facts-store.ts'

/** What these cases tell the analysis, as they stand now. */
export async function readCaseFacts(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<CaseFacts[]> {
  if (caseIds.length === 0) return []
  const { timeZone, calendarCode } = await getAdministration(db, administrationId)
  const codes = new Map(
    (await listCentres(db, administrationId)).map((each) => [each.centreId, each.calendarCode]),
  )
  const outlines = await listOutlines(db, administrationId, caseIds)
  const steps = byCase<Step>(await listSteps(db, administrationId, caseIds))
  const clocks = byCase<StoredClock>(await listClocksOf(db, administrationId, caseIds))
  const codeOf = (centreId: string) => codes.get(centreId) ?? calendarCode
  const calendars = await readCalendars(
    db,
    new Set(outlines.map(({ centreId }) => codeOf(centreId))),
  )
  return outlines.flatMap((outline) => {
    const calendar = calendars.get(codeOf(outline.centreId))
    if (!calendar) return []
    return factsOf({
      administrationId,
      timeZone,
      outline,
      steps: steps.get(outline.caseId) ?? [],
      clocks: clocks.get(outline.caseId) ?? [],
      calendar,
    })
  })
}

const PORTION = 500

/** The facts of a whole book, the oldest first, in portions, so that its size does not matter. */
export async function* readAllCaseFacts(
  db: Db,
  administrationId: string,
): AsyncGenerator<CaseFacts[]> {
  for (let after: RegisteredCase | null = null; ;) {
    const cases: RegisteredCase[] = await listRegistered(db, administrationId, after, PORTION)
    const ids = cases.map(({ caseId }) => caseId)
    if (ids.length === 0) return
    yield await readCaseFacts(db, administrationId, ids)
    after = cases.at(-1) ?? null
  }
}

async function readCalendars(db: Db, codes: ReadonlySet<string>) {
  const calendars = new Map<string, WorkingCalendar>()
  for (const code of codes) calendars.set(code, await getCalendar(db, code))
  return calendars
}

function byCase<Row extends { caseId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const cases = new Map<string, Row[]>()
  for (const row of rows) {
    const own = cases.get(row.caseId)
    if (own) own.push(row)
    else cases.set(row.caseId, [row])
  }
  return cases
}

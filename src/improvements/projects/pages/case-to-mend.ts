import { readMaskedCase } from '../../../analysis/index.ts'
import { recordLook } from '../../../audit/index.ts'
import { caseViewer, findCase, listNewestCases, type Case } from '../../../cases/index.ts'
import { addDays, localDate } from '../../../platform/dates.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import type { ProjectRoom } from './room.ts'

/**
 * Whoever improves a place may know what was said there, not by whom: of a case its kind, its motive and its
 * words without what points to anybody. What is restricted, or names this very person, does not exist.
 */
export async function findCaseToMend(
  { db }: Pick<System, 'db'>,
  { deed, staff, book }: ProjectRoom,
  number: string,
): Promise<Case | null> {
  const { administrationId } = deed
  const caseNumber = number.trim().toUpperCase()
  if (caseNumber === '') return null
  const item = await findCase(db, { administrationId, caseNumber })
  if (!item || item.restricted !== null || !mayImprove(staff, item)) return null
  const { officialIds } = caseViewer(staff, book)
  return item.namedOfficials.some((id) => officialIds.includes(id)) ? null : item
}

export interface MaskedCase {
  caseNumber: string
  kind: string
  motive: string
  place: string
  registeredOn: string
  /** Null once the person had it erased. */
  text: string | null
}

/** Each look is recorded, as every look at a case. */
export async function lookAtMasked(
  { db }: Pick<System, 'db'>,
  { deed, book, lang, timeZone }: ProjectRoom,
  item: Case,
): Promise<MaskedCase> {
  const { administrationId, accountId, at } = deed
  const { caseId, caseNumber, centreId, registeredAt } = item
  const text = await readMaskedCase(db, book, caseId)
  const details = { page: 'corto', masked: true }
  await recordLook(db, { at, accountId, administrationId, caseId, what: 'case', details })
  return {
    caseNumber,
    ...sayCase({ kind: item.kind, motive: item.motives[0] ?? null }, book, lang),
    place: book.names.get(centreId) ?? '',
    registeredOn: localDate(registeredAt, timeZone),
    text,
  }
}

const DAYS_BACK = 60
const OFFERED = 6

/** What came lately where this person improves, to begin from without knowing a number. */
export async function listLatelyCases({ db }: Pick<System, 'db'>, room: ProjectRoom) {
  const { deed, staff, book, today, timeZone, lang, centre, centres } = room
  const { administrationId } = deed
  const reached = (centre ? [centre] : centres)
    .map(({ centreId }) => centreId)
    .filter((centreId) => mayImprove(staff, { administrationId, centreId }))
  if (reached.length === 0) return []
  const { officialIds } = caseViewer(staff, book)
  const days = { from: addDays(today, -DAYS_BACK), until: today, timeZone }
  const every = { kinds: [], serviceIds: [], channels: [] }
  const question = { administrationId, ...days, ...every, centreIds: reached }
  const cases = await listNewestCases(db, question, { limit: OFFERED, officialIds })
  return cases.map((item) => ({
    caseNumber: item.caseNumber,
    registeredOn: localDate(item.registeredAt, timeZone),
    ...sayCase(item, book, lang),
  }))
}

function sayCase(
  { kind, motive }: { kind: string; motive: string | null },
  { regime }: ProjectRoom['book'],
  lang: string,
): { kind: string; motive: string } {
  const said = (list: typeof regime.motives | typeof regime.kinds, code: string | null) => {
    const label = list.find((one) => one.code === code)?.label
    return label ? inLanguage(label, lang) : ''
  }
  return { kind: said(regime.kinds, kind), motive: said(regime.motives, motive) }
}

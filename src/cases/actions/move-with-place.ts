import { getBookRulesById, type BookRules } from '../../administrations/index.ts'
import { listHolders } from '../../people/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { getRegimeVersion } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { calendarOf, changeTerms } from '../case-clocks.ts'
import { UNIT_MEMBERS } from '../case-policy.ts'
import type { CaseChanges, LockedCase } from '../case-store.ts'
import { lockCasesById } from '../deadline-watch-store.ts'
import type { PlaceOfCases } from '../place-store.ts'
import { moveCase } from './move-case.ts'
import type { BookClockContext } from '../case-clocks.ts'

type Context = BookClockContext & { today: string }

/** Its centre, unit or service closes: an open case goes on in another. Null: it left there meanwhile. */
export async function moveWithPlace(
  system: System,
  caseId: string,
  from: PlaceOfCases,
  toId: string,
  now: Date,
): Promise<LockedCase | null> {
  const { administrationId, part } = from
  const current = await getBookRulesById(system, administrationId, now)
  const today = localDate(now, current.administration.timeZone)
  return inTransaction(system.db, async (tx) => {
    const [item] = await lockCasesById(tx, [{ administrationId, caseId }])
    if (!item?.isOpen || placeOf(item, part) !== from.id) return null
    const regime = await getRegimeVersion(tx, item.regimeCode, item.regimeVersion)
    const book: BookRules = { ...current, regime, regimeVersion: item.regimeVersion }
    const changes = await changesFor({ tx, item, now, book, today }, part, toId)
    return moveCase(tx, item, {
      action: 'release',
      actor: { as: 'system' },
      now,
      reason: 'part_closed',
      changes,
      details: { [`${part}Id`]: toId, [`from_${part}`]: from.id },
    })
  })
}

function placeOf(item: LockedCase, part: PlaceOfCases['part']): string | null {
  if (part === 'centre') return item.centreId
  return part === 'unit' ? item.unitId : item.serviceId
}

async function changesFor(
  context: Context,
  part: PlaceOfCases['part'],
  toId: string,
): Promise<CaseChanges> {
  if (part === 'service') return { service_id: toId }
  return part === 'centre' ? toCentre(context, toId) : toUnit(context, toId)
}

/** Where other days are off, what runs counts by those; what was answered stays as it is. */
async function toCentre(context: Context, centreId: string): Promise<CaseChanges> {
  const { item, book } = context
  const isSame = calendarOf(book, item.centreId) === calendarOf(book, centreId)
  if (isSame || item.answeredAt !== null || item.dueOn === null) return { centre_id: centreId }
  const dueOn = await changeTerms(context, { kind: item.kind, centreId })
  return { centre_id: centreId, due_on: dueOn }
}

/** Whoever belongs to the other unit too goes on with it. */
async function toUnit({ tx, item, today }: Context, unitId: string): Promise<CaseChanges> {
  if (item.handlerId === null) return { unit_id: unitId }
  const place = { administrationId: item.administrationId, unitId }
  const members = await listHolders(tx, UNIT_MEMBERS, place, today)
  return members.includes(item.handlerId)
    ? { unit_id: unitId }
    : { unit_id: unitId, handler_id: null }
}

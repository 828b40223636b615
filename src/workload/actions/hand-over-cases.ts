import { randomUUID } from 'node:crypto'
import { recordChange } from '../../audit/index.ts'
import { isLeftBehind, reassignCase, type Case, type CaseViewer } from '../../cases/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { Invalid } from '../../platform/errors.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import {
  insertHandover,
  insertHandoverCase,
  type Handover,
  type HandoverCase,
} from '../handover-store.ts'
import { BY_LOAD, planHandover, TO_UNIT, type Destination } from '../plan-handover.ts'
import type { Caseload } from '../read-caseload.ts'
import { tellOfHandover, type MovedCase } from '../tell-of-handover.ts'

export interface HandoverOrder {
  giver: string
  destination: Destination
  note: string
  /** How long each history was on the page from which the order came, by number of case. */
  seen: ReadonlyMap<string, number>
}

/**
 * Hands somebody's cases over, each by its own step with its own record, so that one that somebody moved meanwhile
 * holds up no other. Giver and takers are told once each.
 */
export async function handOverCases(
  system: System,
  { viewer, today, now }: { viewer: CaseViewer; today: PlainDate; now: Date },
  caseload: Caseload,
  order: HandoverOrder,
): Promise<string> {
  const { giver, destination, note } = order
  const plan = planHandover(caseload.toGive, destination, caseload.units, caseload.loads)
  if (plan.every(({ stays }) => stays !== null)) {
    throw new Invalid([{ field: 'a', code: 'nothing_moves' }])
  }
  const handover: Handover = {
    administrationId: viewer.administrationId,
    handoverId: randomUUID(),
    fromAccountId: giver,
    madeBy: viewer.staff.accountId,
    madeAt: now,
    givenTo: givenTo(destination),
    note,
  }
  await begin(system, handover)
  const cases = new Map(caseload.cases.map((item) => [item.caseId, item]))
  const moved: MovedCase[] = []
  for (const planned of plan) {
    const item = cases.get(planned.caseId)
    if (!item) continue
    const result = planned.stays ? planned : await give(system, viewer, item, planned, order, now)
    await insertHandoverCase(system.db, handover, result)
    if (result.stays === null) moved.push({ to: result.to, unitId: item.unitId })
  }
  await tellOfHandover(system, handover, moved, today)
  return handover.handoverId
}

function givenTo(destination: Destination): Handover['givenTo'] {
  if (destination === BY_LOAD) return BY_LOAD
  return destination === TO_UNIT ? TO_UNIT : 'one'
}

async function begin({ db }: System, handover: Handover): Promise<void> {
  const { administrationId, madeBy: accountId, madeAt: at, handoverId } = handover
  const details = { handover: handoverId, account: handover.fromAccountId, to: handover.givenTo }
  await inTransaction(db, async (tx) => {
    await insertHandover(tx, handover)
    await recordChange(tx, {
      at,
      accountId,
      administrationId,
      action: 'cases_handed_over',
      details,
    })
  })
}

async function give(
  system: System,
  viewer: CaseViewer,
  { caseNumber, unitId, administrationId }: Case,
  planned: HandoverCase,
  { note, seen }: HandoverOrder,
  now: Date,
): Promise<HandoverCase> {
  const ref = { administrationId, caseNumber }
  const request = { viewer, ref, seenLength: seen.get(caseNumber) ?? 0 }
  const to = { unitId: unitId ?? '', handlerId: planned.to, toldTogether: true as const }
  try {
    await reassignCase(system, request, { ...to, ...(note && { reason: note }) }, now)
    return planned
  } catch (error) {
    if (!isLeftBehind(error)) throw error
    return { caseId: planned.caseId, to: null, stays: 'moved' }
  }
}

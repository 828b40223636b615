import { getBookRulesById, listAdministrations } from '../../administrations/index.ts'
import { forgetLearnt } from '../../analysis/index.ts'
import { replayErasures } from '../../cases/index.ts'
import { forgetToldRequests } from '../../data-requests/index.ts'
import { instantAt, localDate } from '../../platform/dates.ts'
import type { HoldingCode } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { dueBefore } from '../foresee.ts'
import { getHolding, holdings } from '../holdings.ts'
import { insertErasure, listOwnTerms } from '../retention-store.ts'
import { listTerms, type Term } from '../term.ts'
import { forgetDerived } from './forget-derived.ts'

/** So much in one go, with a record of its own: whatever stops a run, what went is written down. */
const AT_ONCE = 200

/** From whose words the machine learns what it suggests. */
const TAUGHT = new Set<HoldingCode>(['cases', 'older_books', 'coded_texts'])

/** The run of every night: what is due goes, in every administration, by the rules of the day. */
export async function eraseByRule(system: System, now: Date): Promise<void> {
  for (const { administrationId } of await listAdministrations(system.db)) {
    const { regime, administration } = await getBookRulesById(system, administrationId, now)
    const today = localDate(now, administration.timeZone)
    const ownTerms = await listOwnTerms(system.db, administrationId)
    for (const term of listTerms(holdings, ownTerms, regime, today)) {
      const whose = { administrationId, timeZone: administration.timeZone, now }
      const erased = await eraseUnder(system, term, whose)
      if (erased > 0 && TAUGHT.has(term.holding)) await forgetLearnt(system.db, administrationId)
    }
    await forgetToldRequests(system, administrationId, { now, today })
  }
  await replayErasures(system, now)
  await forgetDerived(system)
}

async function eraseUnder(
  system: System,
  { holding: code, kind, months }: Term,
  { administrationId, timeZone, now }: { administrationId: string; timeZone: string; now: Date },
): Promise<number> {
  if (months === null) return 0
  let all = 0
  const holding = getHolding(code)
  const today = localDate(now, timeZone)
  const before = dueBefore(today, months)
  const beganAt = instantAt(before, '00:00', timeZone)
  const batch = { before, beganAt, timeZone, limit: AT_ONCE, today, now }
  for (;;) {
    const erased = await holding.erase(system, { administrationId, kind }, batch)
    if (erased > 0) {
      const what = { holding: code, kind, months, endedBefore: before, erasedOn: today, erased }
      await insertErasure(system.db, administrationId, what, now)
    }
    all += erased
    if (erased < AT_ONCE) return all
  }
}

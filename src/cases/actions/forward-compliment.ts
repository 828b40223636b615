import type { Official } from '../../administrations/index.ts'
import type { System } from '../../system.ts'
import { finishAllSteps, startStep } from '../case-clocks.ts'
import { tellAccounts, tellPerson, tellStaff, type StaffRecipient } from '../tell.ts'
import { takeStaffStep, type StepContext } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

export interface Forwarding {
  /** Of the directory: whom it praises. */
  officialIds: readonly string[]
  /** For the person, besides the thanks. */
  message: string
}

/** A compliment is passed on to whom it praises and to their heads, and the person is thanked. */
export async function forwardCompliment(
  system: System,
  request: StaffRequest,
  to: Forwarding,
  now: Date,
) {
  return takeStaffStep(system, request, 'forward', now, async (context) => {
    const { book } = context
    const praised = book.officials.filter(({ officialId }) => to.officialIds.includes(officialId))
    await finishAllSteps(context)
    await startStep(context, 'close')
    await tellPraised(context, praised)
    await tellHeads(context, praised)
    await tellPerson(context, 'compliment_thanked')
    return {
      contents: to.message ? [context.write('reason', to.message)] : [],
      changes: { outcome: 'thanked', answered_at: now, notified_at: now, overdue: false },
      details: { officials: praised.map(({ officialId }) => officialId) },
    }
  })
}

/** Whom a case names is told nothing of it, but for this. */
async function tellPraised(context: StepContext, praised: readonly Official[]): Promise<void> {
  const accountIds = praised.flatMap(({ accountId }) => accountId ?? [])
  await tellAccounts(context, 'official_praised', [...new Set(accountIds)])
}

/** Of the centre where it happened, and of the unit where who is praised works. */
async function tellHeads(context: StepContext, praised: readonly Official[]): Promise<void> {
  const unitIds = new Set(praised.flatMap(({ unitId }) => unitId ?? []))
  const heads: StaffRecipient[] = [
    { role: 'office_head', centreId: context.item.centreId },
    ...[...unitIds].map((unitId) => ({ role: 'unit_head' as const, unitId })),
  ]
  for (const head of heads) await tellStaff(context, 'compliment_forwarded', head)
}

import type { System } from '../../system.ts'
import { clearErasedFiles } from '../../attachments/index.ts'
import { finishAllSteps } from '../case-clocks.ts'
import type { LockedCase } from '../case-store.ts'
import { listErasure } from '../erasure-list.ts'
import { insertErasure } from '../erasure-store.ts'
import { tellWhoHasIt } from '../tell.ts'
import { eraseWords } from './erase-words.ts'
import { takePersonStep, type PersonRequest } from './person-step.ts'

/**
 * The person withdraws the case and what was written goes with it, open to everybody alike: that
 * somebody erased says nothing about why. Number, dates, steps and promises stay.
 */
export async function eraseCase(
  system: System,
  request: PersonRequest,
  now: Date,
): Promise<LockedCase> {
  const erased = await takePersonStep(system, request, 'erase', now, async (context) => {
    const { item } = context
    if (item.isOpen) {
      await finishAllSteps(context)
      await tellWhoHasIt(context, 'case_withdrawn')
    }
    await eraseWords(context, { motives: 'erased' })
    await insertErasure(context.tx, item, 'content', now)
    return {
      reason: item.closeReason ?? 'withdrawn',
      changes: { clock_suspended: false, overdue: false },
    }
  })
  await clearErasedFiles(system)
  const { administrationId, caseNumber } = request
  listErasure(system.config, { administrationId, caseNumber, what: 'content' })
  return erased
}

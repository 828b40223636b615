import type { System } from '../../system.ts'
import { clearErasedFiles, eraseFilesOfCase } from '../../attachments/index.ts'
import { deleteAnswerDrafts } from '../answer-draft-store.ts'
import { finishAllSteps } from '../case-clocks.ts'
import { updateErased, type LockedCase } from '../case-store.ts'
import { eraseContents } from '../content-store.ts'
import { erasePerson } from '../person-store.ts'
import { tellWhoHasIt } from '../tell.ts'
import { takePersonStep, type PersonRequest, type PersonStepContext } from './person-step.ts'

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
    await eraseWords(context)
    return {
      reason: item.closeReason ?? 'withdrawn',
      changes: { clock_suspended: false, overdue: false },
    }
  })
  await clearErasedFiles(system)
  return erased
}

async function eraseWords({ tx, item, now }: PersonStepContext): Promise<void> {
  await eraseContents(tx, item, now)
  await erasePerson(tx, item, now)
  await deleteAnswerDrafts(tx, item)
  await eraseFilesOfCase(tx, item, now)
  await updateErased(tx, item)
}

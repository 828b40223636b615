import { startStep, type BookClockContext } from '../case-clocks.ts'
import { listJoinedCases } from '../linked-case-store.ts'
import { tellPerson, type Telling } from '../tell.ts'

export type HandOver = Telling & BookClockContext

/**
 * The answer reached the person, who may come back for a while before the case closes by itself. Whose
 * case was joined to this one is told what it was answered.
 */
export async function handOver(context: HandOver): Promise<void> {
  await startStep(context, 'close')
  await tellJoined(context)
}

async function tellJoined(context: Telling): Promise<void> {
  for (const item of await listJoinedCases(context.tx, context.item)) {
    await tellPerson({ ...context, item }, 'answer_delivered')
    await tellJoined({ ...context, item })
  }
}

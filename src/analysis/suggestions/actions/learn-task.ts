import {
  countConfirmedCases,
  listConfirmedCases,
  type ConfirmedCase,
} from '../../../cases/index.ts'
import type { Db } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import { learnApart } from '../learn-apart.ts'
import type { DatedExample } from '../learn-and-measure.ts'
import {
  dropModel,
  findModelBytes,
  keepModel,
  listStandings,
  recordSilence,
  type TaskStanding,
} from '../model-store.ts'
import { answerOf, type Task } from '../task.ts'

/** What is older has long been said otherwise. */
const MOST_CASES = 50_000
const CASES_A_PAGE = 1000
/** Learning again for fewer new cases changes nothing that one would see. */
const WORTH_LEARNING_AGAIN = 1.05

/** Learns a task anew from what people confirmed, and keeps it only if it is worth showing. */
export async function learnTask(
  { db }: System,
  { administrationId, task }: { administrationId: string; task: Task },
  now: Date,
): Promise<void> {
  const on = await countConfirmedCases(db, administrationId)
  const standings = await listStandings(db, administrationId)
  const standing = standings.find((each) => each.task === task)
  if (standing && !isWorthLearning(standing, on)) return
  const bytes = await findModelBytes(db, administrationId, task)
  const kept = standing?.kept
  // what an erased case taught is not kept, however well it served
  const wasErased = standing !== undefined && on < standing.triedOn
  const earlier = kept && bytes && !wasErased ? { bytes, learntUntil: kept.learntUntil } : null
  const learnt = await learnApart(examplesOf(db, administrationId, task), earlier)
  const trial = { administrationId, task, at: now, on }
  if (typeof learnt !== 'string') return keepModel(db, trial, learnt)
  await recordSilence(db, trial, learnt)
  if (learnt !== 'earlier_is_better') await dropModel(db, administrationId, task)
}

function isWorthLearning({ triedOn, kept, silence }: TaskStanding, on: number): boolean {
  const isWrittenInTheOldWay = kept === null && silence === null
  return isWrittenInTheOldWay || on < triedOn || on >= triedOn * WORTH_LEARNING_AGAIN
}

async function* examplesOf(db: Db, administrationId: string, task: Task) {
  let after: ConfirmedCase | null = null
  for (let read = 0; read < MOST_CASES; read += CASES_A_PAGE) {
    const cases: ConfirmedCase[] = await listConfirmedCases(db, administrationId, {
      after,
      limit: CASES_A_PAGE,
    })
    yield cases.flatMap((item): DatedExample[] => {
      const label = answerOf(item, task)
      if (label === null) return []
      const { text, language, registeredAt } = item
      return [{ text, language, registeredAt, label }]
    })
    after = cases.at(-1) ?? null
    if (cases.length < CASES_A_PAGE) return
  }
}

import {
  countConfirmedCases,
  listConfirmedCases,
  type ConfirmedCase,
} from '../../../cases/index.ts'
import { countLegacyLessons, listLegacyLessons, type LegacyLesson } from '../../../imports/index.ts'
import type { Db } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import {
  countConfirmedCodings,
  listConfirmedCodings,
  type ConfirmedCoding,
} from '../../words/index.ts'
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
import { answerOf, legacyAnswerOf, type CaseTask, type Task } from '../task.ts'

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
  const on = await countExamples(db, administrationId, task)
  const standings = await listStandings(db, administrationId)
  const standing = standings.find((each) => each.task === task)
  if (standing && !isWorthLearning(standing, on)) return
  const bytes = await findModelBytes(db, administrationId, task)
  const kept = standing?.kept
  // what an erased case taught is not kept, however well it served
  const wasErased = standing !== undefined && on < standing.triedOn
  const earlier = kept && bytes && !wasErased ? { bytes, learntUntil: kept.learntUntil } : null
  const examples =
    task === 'code' ? codedIdeas(db, administrationId) : confirmedCases(db, administrationId, task)
  const learnt = await learnApart(examples, earlier)
  const trial = { administrationId, task, at: now, on }
  if (typeof learnt !== 'string') return keepModel(db, trial, learnt)
  await recordSilence(db, trial, learnt)
  if (learnt !== 'earlier_is_better') await dropModel(db, administrationId, task)
}

async function countExamples(db: Db, administrationId: string, task: Task): Promise<number> {
  if (task === 'code') return countConfirmedCodings(db, administrationId)
  const own = await countConfirmedCases(db, administrationId)
  return own + (await countLegacyLessons(db, administrationId))
}

function isWorthLearning({ triedOn, kept, silence }: TaskStanding, on: number): boolean {
  const isWrittenInTheOldWay = kept === null && silence === null
  return isWrittenInTheOldWay || on < triedOn || on >= triedOn * WORTH_LEARNING_AGAIN
}

/** The book's own first; what is left of the room is for the books of before that may teach. */
async function* confirmedCases(db: Db, administrationId: string, task: CaseTask) {
  let read = 0
  for await (const cases of ownCases(db, administrationId)) {
    yield cases.flatMap((item) => exampleOf(item, answerOf(item, task)))
    read += cases.length
    if (read >= MOST_CASES) return
  }
  for await (const lessons of legacyLessons(db, administrationId)) {
    yield lessons.flatMap((lesson) => exampleOf(lesson, legacyAnswerOf(lesson, task)))
    read += lessons.length
    if (read >= MOST_CASES) return
  }
}

function exampleOf(
  { text, language, registeredAt }: Omit<DatedExample, 'label'>,
  label: string | null,
): DatedExample[] {
  return label === null ? [] : [{ text, language, registeredAt, label }]
}

async function* ownCases(db: Db, administrationId: string) {
  let after: ConfirmedCase | null = null
  do {
    const page = { after, limit: CASES_A_PAGE }
    const cases: ConfirmedCase[] = await listConfirmedCases(db, administrationId, page)
    yield cases
    after = cases.length < CASES_A_PAGE ? null : (cases.at(-1) ?? null)
  } while (after !== null)
}

async function* legacyLessons(db: Db, administrationId: string) {
  let after: LegacyLesson | null = null
  do {
    const page = { after, limit: CASES_A_PAGE }
    const lessons: LegacyLesson[] = await listLegacyLessons(db, administrationId, page)
    yield lessons
    after = lessons.length < CASES_A_PAGE ? null : (lessons.at(-1) ?? null)
  } while (after !== null)
}

/** Ideas on whose code people settled, in all the corpora of the administration. */
async function* codedIdeas(db: Db, administrationId: string) {
  let after: string | null = null
  for (let read = 0; read < MOST_CASES; read += CASES_A_PAGE) {
    const page: ConfirmedCoding[] = await listConfirmedCodings(db, administrationId, {
      after,
      limit: CASES_A_PAGE,
    })
    yield page.map(({ text, language, codedAt, codeId }): DatedExample => {
      return { text, language, registeredAt: codedAt, label: codeId }
    })
    after = page.at(-1)?.segmentId ?? null
    if (page.length < CASES_A_PAGE) return
  }
}

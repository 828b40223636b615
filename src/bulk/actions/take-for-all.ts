import { recordEvent } from '../../audit/index.ts'
import type { BookRules } from '../../administrations/index.ts'
import {
  canSee,
  CaseMoved,
  isLeftBehind,
  leadsFrom,
  listCasesByNumber,
  type Case,
  type CaseViewer,
  type LockedCase,
  type Mark,
} from '../../cases/index.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import type { BulkStep, BulkValues } from '../bulk-step.ts'

/** What became of one case, or would: as it was and is, or why it stays. */
export interface Outcome {
  caseNumber: string
  seenLength: number
  before: Case | null
  after: LockedCase | null
  /** A code; null: it was taken. */
  why: string | null
}

export interface ForAll {
  viewer: CaseViewer
  book: BookRules
  marks: readonly Mark[]
  name: string
  step: BulkStep
  values: BulkValues
  bulkId: string
  now: Date
}

/** Takes the step for nobody: tells of each case what it would do, by the very actions that would do it. */
export async function rehearseForAll(system: System, asked: ForAll): Promise<Outcome[]> {
  return forEach(system, asked, true)
}

/** Each in a transaction of its own, so that one that somebody else moved meanwhile holds up no other. */
export async function takeForAll(system: System, asked: ForAll): Promise<Outcome[]> {
  const outcomes = await forEach(system, asked, false)
  const taken = outcomes.filter(({ why }) => why === null).length
  await recordEvent(system.db, {
    at: asked.now,
    accountId: asked.viewer.staff.accountId,
    administrationId: asked.viewer.administrationId,
    action: 'bulk_step_taken',
    details: { bulkId: asked.bulkId, step: asked.name, taken, left: outcomes.length - taken },
  })
  return outcomes
}

async function forEach(system: System, asked: ForAll, rehearsal: boolean): Promise<Outcome[]> {
  const { administrationId } = asked.viewer
  const numbers = asked.marks.map(({ caseNumber }) => caseNumber)
  const cases = await listCasesByNumber(system.db, administrationId, numbers)
  const seen = cases.filter((item) => canSee(asked.viewer, item))
  const byNumber = new Map(seen.map((item) => [item.caseNumber, item]))
  const outcomes: Outcome[] = []
  for (const mark of asked.marks) {
    outcomes.push(await one(system, asked, mark, byNumber.get(mark.caseNumber) ?? null, rehearsal))
  }
  return outcomes
}

async function one(
  system: System,
  { viewer, book, step, values, bulkId, marks, now }: ForAll,
  mark: Mark,
  item: Case | null,
  rehearsal: boolean,
): Promise<Outcome> {
  const stays = (why: string, before = item): Outcome => ({ ...mark, before, after: null, why })
  if (item === null) return stays('unseen')
  const action = step.actions.find((each) => leadsFrom(each, item.state, item.kind))
  const { administrationId } = viewer
  const request = {
    viewer,
    ref: { administrationId, caseNumber: mark.caseNumber },
    seenLength: mark.seenLength,
    together: { bulkId, size: marks.length },
    rehearsal,
  }
  try {
    if (action === undefined) return stays('state')
    if (step.readFirst && needsReading(item)) return stays('read_first')
    const after = await step.take({ system, request, item, action, values, book, now })
    return { ...mark, before: item, after, why: null }
  } catch (error) {
    if (!isLeftBehind(error)) throw error
    // of what they may not see nothing is told, its state included
    return error instanceof NotFound ? stays('unseen', null) : stays(whyOf(error))
  }
}

function needsReading({ restricted, priority }: Case): boolean {
  return restricted !== null || priority > 0
}

const SAID = ['no_head', 'named_in_case', 'not_of_the_unit', 'none_suggested']

function whyOf(error: unknown): string {
  if (error instanceof CaseMoved) return 'moved'
  if (!(error instanceof Invalid)) return 'not_allowed'
  return error.problems.map(({ code }) => code).find((code) => SAID.includes(code)) ?? 'invalid'
}

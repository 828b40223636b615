import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import {
  caseViewer,
  deskUrl,
  HANDLERS,
  listMarks,
  MOST_IN_BULK,
  readMark,
  readTrail,
  writeMark,
  type Mark,
} from '../../cases/index.ts'
import { accountNames, listCoworkers, openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { NotAllowed } from '../../platform/errors.ts'
import { render, tickedIn, typedIn, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { rehearseForAll, takeForAll, type ForAll, type Outcome } from '../actions/take-for-all.ts'
import type { BulkField, BulkStepName, BulkValues } from '../bulk-step.ts'
import { STEPS } from '../bulk-steps.ts'
import { bulkPath, stepsFor } from '../tell-bulk.ts'
import { fieldsView } from './fields-view.ts'
import { outcomesView } from './outcomes-view.ts'

interface Sent {
  visit: StaffVisit
  name: BulkStepName
  marks: readonly Mark[]
  values: BulkValues
  /** The list from which it came. */
  trail: string
}

/** The form of a step, then what it would do to each case, then what it did. */
export function bulkPage(system: System): Page {
  return async (request, response) => {
    const visit = await openStaffVisit(system, response)
    const sent = await readSent(system, request, visit)
    const phase = typedIn(request)('fase')
    const { fields, required } = STEPS[sent.name]
    const missing = required.filter((field) => !sent.values[field])
    const isFirst = phase === '' && fields.length > 0
    if (sent.marks.length === 0 || isFirst || missing.length > 0) {
      return showForm(system, response, sent, isFirst ? [] : missing)
    }
    if (phase !== 'hacer') return preview(system, response, sent)
    await finish(system, response, sent)
  }
}

async function readSent(system: System, request: Request, visit: StaffVisit): Promise<Sent> {
  const typed = typedIn(request)
  const { staff, deed, book, today } = visit
  const name = stepsFor(staff, deed.administrationId).find((each) => each === typed('paso'))
  if (name === undefined) throw new NotAllowed()
  const trail = readTrail(typed('lista')) ?? 'vista=open'
  const sentMarks = [...tickedIn(request)('caso'), ...typed('marcados').split(' ')]
  const marks =
    typed('todos') === 'si' && typed('marcados') === ''
      ? await listMarks(system, caseViewer(staff, book), { book, today }, trail)
      : sentMarks.flatMap((mark) => readMark(mark) ?? []).slice(0, MOST_IN_BULK)
  const values = Object.fromEntries(
    STEPS[name].fields.map((field): [BulkField, string] => [field, clean(typed(field))]),
  )
  return { visit, name, marks, values, trail }
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '').trim().slice(0, 20_000)
}

async function showForm(
  system: System,
  response: Response,
  sent: Sent,
  missing: readonly BulkField[],
): Promise<void> {
  const { visit, name, values } = sent
  const { administrationId } = visit.deed
  const coworkers = STEPS[name].fields.includes('handler')
    ? await listCoworkers(system.db, administrationId, HANDLERS, visit.today, [])
    : []
  render(
    response,
    'bulk/form',
    {
      ...shared(sent),
      ...fieldsView({ visit, name, values, missing, coworkers }),
      none: sent.marks.length === 0,
      error: missing.length > 0,
    },
    { layout: 'staff' },
  )
}

async function preview(system: System, response: Response, sent: Sent): Promise<void> {
  const outcomes = await rehearseForAll(system, forAll(sent))
  const able = outcomes.filter(({ why }) => why === null)
  render(
    response,
    'bulk/preview',
    {
      ...shared({ ...sent, marks: able }),
      values: Object.entries(sent.values),
      able: able.length,
      ...(await told(system, sent, outcomes, 'preview')),
    },
    { layout: 'staff' },
  )
}

async function finish(system: System, response: Response, sent: Sent): Promise<void> {
  const outcomes = await takeForAll(system, forAll(sent))
  render(
    response,
    'bulk/result',
    { ...shared(sent), ...(await told(system, sent, outcomes, 'result')) },
    { layout: 'staff' },
  )
}

function forAll({ visit, name, marks, values }: Sent): ForAll {
  const { staff, book, deed } = visit
  const viewer = caseViewer(staff, book)
  const bulkId = randomUUID()
  return { viewer, book, marks, name, step: STEPS[name], values, bulkId, now: deed.at }
}

async function told(
  system: System,
  { visit, name }: Sent,
  outcomes: readonly Outcome[],
  phase: 'preview' | 'result',
) {
  const ids = outcomes.flatMap(({ after }) => after?.handlerId ?? [])
  const names = await accountNames(system.db, ids)
  return outcomesView({ visit, name, outcomes, names, phase })
}

function shared({ visit, name, marks, trail }: Sent) {
  const { t, slug } = visit
  const ours = ({ caseNumber, seenLength }: Mark) =>
    writeMark({ caseNumber, historyLength: seenLength })
  return {
    title: t(`bulk.step.${name}.title`),
    backUrl: `${deskUrl(slug)}?${trail}`,
    action: bulkPath.replace(':slug', slug),
    name,
    trail,
    marked: marks.map(ours).join(' '),
    count: marks.length,
    tellsPerson: STEPS[name].tellsPerson,
  }
}

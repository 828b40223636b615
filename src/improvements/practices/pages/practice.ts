import type { Request, Response } from 'express'
import { accountNames, listColleagues } from '../../../people/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  render,
  showing,
  typedIn,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import {
  coverageOf,
  disseminationUrls,
  listDisseminations,
  listReadings,
} from '../../dissemination/index.ts'
import { evidencePanel, type Evidence } from '../../evidence/index.ts'
import { peopleChoice } from '../../pages/people-choice.ts'
import type { ImprovementRoom } from '../../pages/room.ts'
import { isOverdue, taskUrls } from '../../tasks/index.ts'
import { lacksOf, recognitionLacks } from '../lacks.ts'
import { KINDS, TESTS, type Practice } from '../practice.ts'
import { mayAcknowledge } from '../practice-policy.ts'
import { readPractice } from '../read-practice.ts'
import { practiceUrls } from '../urls.ts'
import { fieldsOf } from './read-text.ts'
import { enterPractice, type PracticeRoom } from './room.ts'

export function practicePage(system: System): FormPage<PracticeRoom> {
  return {
    enter: (request, response) => enterPractice(system, request, response),
    show: (...shown) => show(system, ...shown),
  }
}

/** One practice: its text, plan, evidence and tests, who knows it, and what its sheet still lacks. */
export function showPractice(system: System): Page {
  return showing(practicePage(system))
}

async function show(
  system: System,
  { room, whole: { practice: before }, mayWrite }: PracticeRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, staff, today, book } = room
  const { administrationId, practiceId } = before
  // as it is by now, also when somebody else changed it
  const whole = await readPractice(system.db, administrationId, practiceId)
  const { practice, versions, tasks, evidence, around, checks } = whole
  const urls = practiceUrls(slug)
  const names = await accountNames(system.db, [
    ...versions.map(({ writtenBy }) => writtenBy),
    ...tasks.map(({ ownerId }) => ownerId),
    ...whole.acknowledgements.map(({ knownBy }) => knownBy),
    ...checks.map(({ checkedBy }) => checkedBy),
  ])
  const nameOf = (accountId: string) => names.get(accountId) ?? ''
  const error = problems.length > 0
  const typed = typedIn(request)
  const saved = fieldsOf(practice)
  const isText = error && typed('version') !== ''
  const wasChanged = isText && problems.some(({ code }) => code === 'changed_meanwhile')
  const seen = { evidenceIds: around.evidenceIds, until: today }
  const model = {
    title: practice.name,
    error,
    errors: formErrors(response, problems, 'improvements-practices.problems'),
    practice,
    where:
      (practice.centreId && book.names.get(practice.centreId)) ?? t('improvements.all_centres'),
    writer: nameOf(practice.writtenBy),
    tests: TESTS,
    kinds: KINDS,
    lacks: lacksOf(practice, around),
    original: evidence.find(({ evidenceId }) => evidenceId === practice.originalId) ?? null,
    papers: evidence.map((one) => ({ value: one.evidenceId, text: sayPaper(one) })),
    sheetUrl: urls.sheet(practiceId),
    tasks: tasks.map((task) => ({
      ...task,
      href: taskUrls(slug).task(task.taskId),
      look: isOverdue(task, today) ? 'overdue' : task.state,
      owner: nameOf(task.ownerId),
    })),
    owners: mayWrite ? await peopleChoice(system, room, practice.centreId) : [],
    liaison: around.liaison,
    known: whole.acknowledgements.map((one) => ({ ...one, who: nameOf(one.knownBy) })),
    actions: around.actions,
    knownUrl:
      mayAcknowledge(staff, versions) && around.liaison !== 'knows'
        ? urls.liaison(practiceId)
        : null,
    panel: evidencePanel(
      slug,
      { items: evidence },
      { action: mayWrite ? urls.evidence(practiceId) : null, back: urls.one(practiceId) },
    ),
    told: await readTold(system, room, practice),
    tellUrl: mayWrite
      ? disseminationUrls(slug).fresh({ subject: 'practice', aboutId: practiceId })
      : null,
    recognitions: whole.recognitions.map((one) => ({
      ...one,
      proof: evidence.find(({ evidenceId }) => evidenceId === one.proofId)?.fileName ?? '',
      lacks: recognitionLacks(one, checks, seen),
    })),
    checks: checks.map((check) => ({ ...check, who: nameOf(check.checkedBy) })),
    formUrls: mayWrite
      ? {
          text: urls.one(practiceId),
          plan: urls.plan(practiceId),
          recognition: urls.recognition(practiceId),
          checks: urls.checks(practiceId),
        }
      : null,
    isOpen: isText || practice.version === 1,
    start: (field: string) => (isText ? typed(field) : (saved[field] ?? '')),
    typed: error && !isText ? typed : () => '',
    today,
    theirs: wasChanged ? differences(saved, typed) : [],
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/practices/practice', model, options)
}

const sayPaper = ({ caption, fileName }: Evidence) => (caption === '' ? fileName : caption)

/** What somebody else saved, where it is not what was typed. */
function differences(
  saved: Readonly<Record<string, string>>,
  typed: (field: string) => string,
): { field: string; text: string }[] {
  const same = (field: string) => typed(field).replaceAll('\r\n', '\n').trim() === saved[field]
  return ['name', 'problem', 'initiative', 'adaptation', 'draft', 'figures', 'voices', 'benefit']
    .filter((field) => !same(field))
    .map((field) => ({ field, text: saved[field] ?? '' }))
}

/** What of it the staff was told, and how many of them read it. */
async function readTold(
  { db }: System,
  { slug, today, book }: ImprovementRoom,
  { administrationId, practiceId, centreId }: Practice,
) {
  const all = await listDisseminations(db, administrationId, {
    subject: 'practice',
    aboutId: practiceId,
  })
  if (all.length === 0) return []
  const ids = all.map(({ disseminationId }) => disseminationId)
  const readings = await listReadings(db, administrationId, ids)
  const colleagues = await listColleagues(db, administrationId, today)
  return all.map((one) => {
    const asked = { ...one, centreId: centreId ?? one.centreId }
    const own = readings.get(one.disseminationId) ?? []
    const { read, missing, arrived } = coverageOf(
      asked,
      colleagues,
      own,
      book.administration.timeZone,
    )
    return {
      title: one.title,
      begunOn: one.begunOn,
      href: disseminationUrls(slug).one(one.disseminationId),
      read: read.length,
      staff: read.length + missing.length + arrived.length,
    }
  })
}

import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames, holdsWithin } from '../../../people/index.ts'
import { NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  formErrors,
  idIn,
  line,
  numberWithin,
  optionalLine,
  readForm,
  render,
  sending,
  showing,
  typedIn,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { evidencePanel, listEvidence, listPairs, takeEvidence } from '../../evidence/index.ts'
import { improvementReaders } from '../../improvement-policy.ts'
import { peopleChoice } from '../../pages/people-choice.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { dropTask, finishTask, handTask } from '../actions/change-task.ts'
import { isOverdue, type Task } from '../task.ts'
import { mayDecide, mayFinish } from '../tasks-policy.ts'
import { getTask } from '../task-store.ts'
import { listSteps } from '../task-step-store.ts'
import { originUrl, taskUrls } from '../urls.ts'

const version = numberWithin(1, 1_000_000)
const finishing = z.object({ version, on: day, endedWith: line(1000) })
const dropping = z.object({ version, dropReason: line(1000) })
const handing = z.object({ version, ownerId: line(40), dueOn: day, handReason: optionalLine(1000) })

function taskPage(system: System): FormPage<Seen> {
  return {
    enter: (request, response) => enter(system, request, response),
    show: (...shown) => show(system, ...shown),
  }
}

export function showTask(system: System): Page {
  return showing(taskPage(system))
}

export function sendDone(system: System): Page {
  return sending(taskPage(system), async ({ room, task }, request) => {
    const { values, problems } = readForm(request, finishing)
    if (!values) return problems
    await finishTask(system, room, { taskId: task.taskId, ...values })
    return addressOf(room, task)
  })
}

export function sendDropping(system: System): Page {
  return sending(taskPage(system), async ({ room, task }, request) => {
    const { values, problems } = readForm(request, dropping)
    if (!values) return problems
    const { taskId } = task
    await dropTask(system, room, { taskId, version: values.version, reason: values.dropReason })
    return addressOf(room, task)
  })
}

export function sendHanding(system: System): Page {
  return sending(taskPage(system), async ({ room, task }, request) => {
    const { values, problems } = readForm(request, handing)
    if (!values) return problems
    const people = await peopleChoice(system, room, task.centreId)
    if (!people.some(({ value }) => value === values.ownerId)) {
      return [{ field: 'ownerId', code: 'unknown' }]
    }
    const { handReason: reason, ...handed } = values
    await handTask(system, room, { taskId: task.taskId, reason, ...handed })
    return addressOf(room, task)
  })
}

export function sendTaskEvidence(system: System): Page {
  return sending(taskPage(system), async ({ room, task }, request) => {
    const { taskId, centreId } = task
    const about = { kind: 'task', id: taskId } as const
    const { deed, today } = room
    const problems = await takeEvidence(system, request, { deed, today, centreId, about })
    return problems.length > 0 ? problems : addressOf(room, task)
  })
}

const addressOf = ({ slug }: ImprovementRoom, { taskId }: Task) => taskUrls(slug).task(taskId)

interface Seen {
  room: ImprovementRoom
  task: Task
}

/** Whoever owes it and whoever reads of the improvement there; to others it does not exist. */
async function enter(system: System, request: Request, response: Response): Promise<Seen> {
  const room = await enterRoom(system, response, request)
  const { administrationId, accountId } = room.deed
  const task = await getTask(system.db, administrationId, idIn(request, 'taskId'))
  const isTheirs = task.ownerId === accountId
  const reads = holdsWithin(room.staff, improvementReaders, administrationId)
  const isOfTheirCentre =
    room.seesAll || room.centres.some(({ centreId }) => centreId === task.centreId)
  if (!isTheirs && !(reads && isOfTheirCentre)) throw new NotFound()
  return { room, task }
}

async function show(
  system: System,
  { room, ...seen }: Seen,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, staff, today, book } = room
  const { administrationId, taskId } = seen.task
  // as it is by now, also when somebody else changed it
  const task = await getTask(system.db, administrationId, taskId)
  const urls = taskUrls(slug)
  const about = { kind: 'task', id: taskId } as const
  const steps = await listSteps(system.db, administrationId, taskId)
  const items = await listEvidence(system.db, administrationId, about)
  const pairs = await listPairs(system.db, administrationId, about)
  const owners = await peopleChoice(system, room, task.centreId)
  const names = await accountNames(
    system.db,
    steps.flatMap(({ by, ownerId }) => [by, ownerId]),
  )
  const isOpen = task.state === 'open'
  const error = problems.length > 0
  const typed = typedIn(request)
  const wasChanged = problems.some(({ code }) => code === 'changed')
  const mayAdd = mayFinish(staff, task) ? urls.evidence(taskId) : null
  const model = {
    title: task.what,
    error,
    errors: formErrors(response, problems, 'improvements-tasks.problems'),
    backUrl: urls.list,
    task,
    look: isOverdue(task, today) ? 'overdue' : task.state,
    origin: t(`improvements-tasks.origin.${task.origin}`),
    originUrl: originUrl(slug, task.origin, task.originId),
    owner: names.get(task.ownerId) ?? '',
    // deadlines keep when people go
    ownerLeft: isOpen && !owners.some(({ value }) => value === task.ownerId),
    where: (task.centreId && book.names.get(task.centreId)) ?? t('improvements.all_centres'),
    timeZone: book.administration.timeZone,
    steps: steps.map((step) => ({
      ...step,
      who: step.by === null ? t('improvements-tasks.by_itself') : (names.get(step.by) ?? ''),
      owner: names.get(step.ownerId) ?? '',
    })),
    panel: evidencePanel(slug, { items, pairs }, { action: mayAdd, back: urls.task(taskId) }),
    doneUrl: isOpen && mayFinish(staff, task) ? urls.done(taskId) : null,
    handUrl: isOpen && mayDecide(staff, task) ? urls.handing(taskId) : null,
    dropUrl: isOpen && mayDecide(staff, task) ? urls.dropping(taskId) : null,
    owners,
    today,
    typed: error ? typed : () => '',
    /** What somebody wrote while another changed the task. */
    unsent: wasChanged ? typed('endedWith') || typed('dropReason') || typed('handReason') : '',
  }
  render(response, 'improvements/tasks/task', model, { layout: 'staff', status: error ? 422 : 200 })
}

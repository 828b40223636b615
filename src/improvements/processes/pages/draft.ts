import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotAllowed, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  numberWithin,
  readForm,
  render,
  words,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { keepDraft } from '../actions/write-process.ts'
import { describeSteps } from '../describe-steps.ts'
import type { ProcessVersion } from '../process.ts'
import { END, MOST_WAYS, type Step } from '../step.ts'
import { listVersions } from '../version-store.ts'
import { LONGEST_STEP, NEXT, readSteps, rowsFor } from './read-steps.ts'
import { enterProcess, type ProcessRoom } from './room.ts'

const head = z.object({
  objective: words(600),
  version: numberWithin(1, 100_000),
  revision: numberWithin(1, 1_000_000_000),
})

/** Where the process is written: a row a step, and what follows it. */
export function showDraft(system: System): Page {
  return async (request, response) => {
    const room = await enterProcess(system, request, response)
    const draft = draftOf(room)
    show(response, room, { ...draft, saved: null, problems: [] })
  }
}

export function sendDraft(system: System): Page {
  return async (request, response) => {
    const room = await enterProcess(system, request, response)
    const draft = draftOf(room)
    const steps = stepsTyped(request, room)
    const { values, problems } = readForm(request, head)
    if (!values) return show(response, room, { ...draft, steps, saved: null, problems })
    if (values.version !== draft.version) throw new WrongState()
    const { processId } = room.process
    const isKept = await keepDraft(system, room.deed, { processId, ...values, steps })
    if (isKept) return response.redirect(303, `${room.urls.process(processId)}?hecho=written`)
    await showBoth(system, response, room, { ...draft, objective: values.objective, steps })
  }
}

/** Somebody kept the draft first: what was typed stays in the form, and beside it stands what is there now. */
async function showBoth(
  system: System,
  response: Response,
  room: ProcessRoom,
  typed: ProcessVersion,
): Promise<void> {
  const { processId, administrationId } = room.process
  const [saved] = await listVersions(system.db, administrationId, [processId])
  if (saved?.validatedOn !== null) throw new WrongState()
  const problems = [{ field: 'objective', code: 'kept_by_another' }]
  show(response, room, { ...typed, revision: saved.revision, saved, problems })
}

function draftOf({ versions, mayWrite }: ProcessRoom): ProcessVersion {
  if (!mayWrite) throw new NotAllowed()
  const [newest] = versions
  if (newest?.validatedOn !== null) throw new WrongState()
  return newest
}

function stepsTyped(request: Request, { t }: ProcessRoom): Step[] {
  return readSteps(request, {
    yes: t('improvements-processes.yes'),
    no: t('improvements-processes.no'),
  })
}

interface Shown extends Pick<ProcessVersion, 'version' | 'revision' | 'objective' | 'steps'> {
  saved: ProcessVersion | null
  problems: readonly FieldProblem[]
}

function show(
  response: Response,
  room: ProcessRoom,
  { version, revision, objective, steps, saved, problems }: Shown,
): void {
  const { t, urls, process } = room
  const count = rowsFor(steps)
  const model = {
    title: t('improvements-processes.edit'),
    service: room.serviceName,
    place: room.placeName,
    backUrl: urls.process(process.processId),
    action: urls.draft(process.processId),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'improvements-processes.problems'),
    version,
    revision,
    objective,
    longest: LONGEST_STEP,
    rows: Array.from({ length: count }, (_, index) => rowView(index, steps)),
    targets: [
      { value: NEXT, text: t('improvements-processes.the_next') },
      { value: END, text: t('improvements-processes.the_end') },
      ...Array.from({ length: count }, (_, index) => ({
        value: String(index + 1),
        text: t('improvements-processes.number', { number: index + 1 }),
      })),
    ],
    saved: saved && { objective: saved.objective, steps: describeSteps(saved.steps, t) },
  }
  const status = saved ? 409 : problems.length > 0 ? 422 : 200
  render(response, 'improvements/processes/draft', model, { layout: 'staff', status })
}

function rowView(index: number, steps: readonly Step[]) {
  const step = steps[index]
  const numbers = new Map(steps.map(({ stepId }, at) => [stepId, at + 1]))
  const token = (to: string) => {
    // so that a step which is added behind the last one follows it
    if (to === (steps[index + 1]?.stepId ?? END)) return NEXT
    return String(numbers.get(to) ?? to)
  }
  return {
    row: index + 1,
    stepId: step?.stepId ?? '',
    text: step?.text ?? '',
    ways: Array.from({ length: MOST_WAYS }, (_, at) => {
      const way = step?.ways[at]
      return {
        way: at + 1,
        label: way?.label ?? '',
        to: way ? token(way.to) : at === 0 && !step ? NEXT : '',
      }
    }),
  }
}

import type { Request } from 'express'
import { z } from 'zod'
import { Invalid, NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  line,
  numberWithin,
  optionalLine,
  readForm,
  words,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { takeEvidence } from '../../evidence/index.ts'
import { measureEffect } from '../../effect/index.ts'
import {
  checkProgress,
  handOver,
  recordOfficial,
  reportProgress,
} from '../actions/follow-project.ts'
import { answerComment, askPeople, commentAsStaff } from '../actions/hear-people.ts'
import { takeStep } from '../actions/take-step.ts'
import { COMMENT_OUTCOMES } from '../comment-store.ts'
import { OFFICIAL_STATES } from '../project.ts'
import { mayBring } from '../project-policy.ts'
import { PROJECT_ACTIONS } from '../project-states.ts'
import { renderProject } from './project.ts'
import { idOf, openProject, type ProjectVisit } from './room.ts'

const said = words(2000).pipe(z.string().min(1, 'required'))

const stepForm = z.object({
  version: numberWithin(1, 100_000),
  step: z.enum(PROJECT_ACTIONS as [(typeof PROJECT_ACTIONS)[number]]),
  reason: words(1000),
})

const officialForm = z.object({
  platform: line(120),
  number: optionalLine(80),
  status: z.enum(OFFICIAL_STATES, 'required'),
  on: day,
  proof: line(400),
})

const checkForm = z.object({
  result: z.enum(['agrees', 'differs'], 'required'),
  note: words(1000),
})

const answerForm = z.object({
  outcome: z.enum(COMMENT_OUTCOMES, 'required'),
  answer: words(1000).pipe(z.string().min(1, 'required')),
})

const handOverForm = z.object({
  activityId: optionalLine(40).transform((text) => text || null),
  to: line(40),
})

/** One step of the project by its button. */
export function sendStep(system: System): Page {
  return taking(system, 'step', stepForm, async ({ room, whole }, { step, ...values }) => {
    const { projectId } = whole.project
    await takeStep(system, room, { ...values, projectId, action: step })
    return `step-${step}`
  })
}

/** How far each activity is, in words and in per cent. */
export function sendProgress(system: System): Page {
  return taking(
    system,
    'progress',
    z.object({ progress: said, all: optionalLine(10) }),
    async (visit, values, request) => {
      const { room, whole } = visit
      const { projectId, version, state } = whole.project
      const isEnd = values.all === 'done'
      const { done, faults } = isEnd ? allDone(visit) : readDone(request, visit)
      if (faults.length > 0) throw new Invalid(faults)
      await reportProgress(system, room, projectId, { text: values.progress, done })
      if (!isEnd) return
      const begins = state === 'approved'
      const step = { projectId, reason: '' }
      if (begins) await takeStep(system, room, { ...step, version, action: 'begin' })
      const now = begins ? version + 1 : version
      await takeStep(system, room, { ...step, version: now, action: 'finish' })
      return 'step-finish'
    },
  )
}

function allDone({ whole }: ProjectVisit) {
  const faults: FieldProblem[] = []
  return { faults, done: Object.fromEntries(whole.activities.map((one) => [one.activityId, 100])) }
}

function readDone(request: Request, { whole }: ProjectVisit) {
  const body = (request.body ?? {}) as Record<string, unknown>
  const faults: FieldProblem[] = []
  const done: Record<string, number> = {}
  for (const { activityId } of whole.activities) {
    const field = `done-${activityId}`
    const read = numberWithin(0, 100).safeParse(body[field])
    if (read.success) done[activityId] = read.data
    else faults.push({ field, code: 'not_percent', text: 'improvements-projects.problems.percent' })
  }
  return { done, faults }
}

export function sendCheck(system: System): Page {
  return taking(system, 'check', checkForm, ({ room, whole }, values, request) => {
    const reportId = idOf(request.params['reportId'])
    return checkProgress(system, room, { projectId: whole.project.projectId, reportId }, values)
  })
}

export function sendOfficial(system: System): Page {
  return taking(system, 'official', officialForm, ({ room, whole }, values) => {
    if (values.on > room.today) throw new Invalid([{ field: 'on', code: 'in_future' }])
    return recordOfficial(system, room, whole.project.projectId, values)
  })
}

export function sendHandOver(system: System): Page {
  return taking(system, 'handover', handOverForm, ({ room, whole }, values) =>
    handOver(system, room, whole.project.projectId, values),
  )
}

export function sendComment(system: System): Page {
  const form = z.object({ comment: said })
  return taking(system, 'comment', form, async ({ room, whole }, { comment }) => {
    await commentAsStaff(system, room.deed, whole.project.projectId, comment)
  })
}

export function sendAnswer(system: System): Page {
  return taking(system, 'answer', answerForm, ({ room, whole }, values, request) => {
    const commentId = idOf(request.params['commentId'])
    return answerComment(system, room, whole.project.projectId, { ...values, commentId })
  })
}

export function sendAsk(system: System): Page {
  return taking(system, 'asked', z.object({}), async ({ room, whole }) => {
    const people = await askPeople(system, room, whole.project.projectId)
    return people === 0 ? 'asked-nobody' : 'asked'
  })
}

export function sendEffect(system: System): Page {
  return taking(system, 'effect', z.object({}), async ({ room, whole }) => {
    const { projectId, finishedOn } = whole.project
    if (finishedOn === null) throw new Invalid([{ field: 'verify', code: 'not_measured' }])
    await measureEffect(system, room, { projectId, finishedOn })
  })
}

/** Photos and papers of before, of the way and of afterwards. */
export function sendEvidence(system: System): Page {
  return taking(system, 'evidence', z.object({}), async ({ room, whole }, _, request) => {
    const { project } = whole
    if (!mayBring(room.staff, project)) throw new NotAllowed()
    const { deed, today } = room
    const about = { kind: 'project', id: project.projectId } as const
    const { centreId } = project
    const problems = await takeEvidence(system, request, { deed, today, centreId, about })
    if (problems.length > 0) throw new Invalid(problems)
  })
}

/** Reads a form of the project's page; what cannot be taken is said there, as is what was done. */
function taking<S extends z.ZodType>(
  system: System,
  done: string,
  form: S,
  act: (visit: ProjectVisit, values: z.output<S>, request: Request) => Promise<string | void>,
): Page {
  return async (request, response) => {
    const visit = await openProject(system, response, request)
    const { values, problems } = readForm(request, form)
    if (values === null) return renderProject(system, request, response, visit, problems)
    const what = await attempt(() => act(visit, values, request))
    if (typeof what === 'object') return renderProject(system, request, response, visit, what)
    const { projectId } = visit.whole.project
    const told = what ?? done
    response.redirect(303, `${visit.room.urls.project(projectId)}?hecho=${told}`)
  }
}

/** What was done, or what is wrong with what was sent. */
async function attempt(
  act: () => Promise<string | void>,
): Promise<string | void | readonly FieldProblem[]> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return error.problems
  }
}

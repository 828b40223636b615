import type { Request, Response } from 'express'
import { z } from 'zod'
import { isRole, type Role } from '../../../people/index.ts'
import { addDays } from '../../../platform/dates.ts'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  formErrors,
  line,
  optionalLine,
  readForm,
  render,
  sending,
  showing,
  tickedIn,
  typedIn,
  words,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { disseminate } from '../actions/disseminate.ts'
import { SUBJECTS, type Question } from '../dissemination.ts'
import { disseminationUrls } from '../urls.ts'

const QUESTIONS = [1, 2, 3]
const ANSWERS = [1, 2, 3]
const USUAL_DAYS = 14

/** To whom something can go by role; everybody else hears of it with everybody. */
const AUDIENCE: readonly Role[] = [
  'office_head',
  'site_officer',
  'unit_head',
  'unit_handler',
  'improvement_owner',
  'evaluator',
]

const form = z.object({
  subject: z.enum(SUBJECTS, 'required'),
  aboutId: optionalLine(80),
  title: line(160),
  edition: optionalLine(60),
  body: words(20_000),
  link: optionalLine(500),
  how: line(400),
  begunOn: day,
  dueOn: day,
})

function freshPage(system: System): FormPage<ImprovementRoom> {
  return {
    enter: async (request, response) => {
      const room = await enterRoom(system, response, request)
      if (!room.mayImprove) throw new NotAllowed()
      return room
    },
    show,
  }
}

/** What is told, to whom, when and how. */
export function showNew(system: System): Page {
  return showing(freshPage(system))
}

export function sendNew(system: System): Page {
  return sending(freshPage(system), async (room, request) => {
    const { values, problems } = readForm(request, form)
    if (!values) return problems
    const { quiz, faults } = readQuiz(request)
    const more = [...faultsOf(values), ...faults]
    if (more.length > 0) return more
    const audience = tickedIn(request)('audience').filter(isRole)
    const { centreId } = room.place
    const aboutId = values.aboutId || null
    const id = await disseminate(system, room.deed, {
      ...values,
      aboutId,
      centreId,
      audience,
      quiz,
    })
    return disseminationUrls(room.slug).one(id)
  })
}

function faultsOf({ body, link, begunOn, dueOn }: z.output<typeof form>): FieldProblem[] {
  return [
    ...(body === '' && link === '' ? [{ field: 'body', code: 'required' }] : []),
    // an address that runs a script is none
    ...(link !== '' && !/^https?:\/\/\S+$/.test(link)
      ? [{ field: 'link', code: 'not_address' }]
      : []),
    ...(dueOn < begunOn ? [{ field: 'dueOn', code: 'before_start' }] : []),
  ]
}

/** A question without text is none; one with text has two answers at least, and a right one. */
function readQuiz(request: Request): { quiz: Question[]; faults: FieldProblem[] } {
  const typed = typedIn(request)
  const quiz: Question[] = []
  const faults: FieldProblem[] = []
  for (const number of QUESTIONS) {
    const text = typed(`question-${number}`).trim().slice(0, 300)
    if (text === '') continue
    const given = ANSWERS.map((each) => typed(`answer-${number}-${each}`).trim().slice(0, 200))
    const answers = given.filter((answer) => answer !== '')
    const right = answers.indexOf(given[Number(typed(`right-${number}`)) - 1] ?? '')
    if (answers.length < 2 || right < 0) {
      faults.push({ field: `question-${number}`, code: 'unfinished', text: UNFINISHED })
    } else quiz.push({ text, answers, right })
  }
  return { quiz, faults }
}

const UNFINISHED = 'improvements-dissemination.problems.question_unfinished'

function show(
  room: ImprovementRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): void {
  const { t, slug, today } = room
  const urls = disseminationUrls(slug)
  const error = problems.length > 0
  const typed = typedIn(request)
  const { tema, de } = request.query
  const model = {
    title: t('improvements-dissemination.new'),
    error,
    errors: formErrors(response, problems, 'improvements-dissemination.problems'),
    backUrl: room.here(urls.list),
    choice: centreChoice(room, urls.fresh()),
    action: room.here(urls.fresh()),
    subjects: SUBJECTS.map((each) => ({
      value: each,
      text: t(`improvements-dissemination.subject.${each}`),
    })),
    subject: error ? typed('subject') : typeof tema === 'string' ? tema : '',
    aboutId: error ? typed('aboutId') : typeof de === 'string' ? de : '',
    audience: AUDIENCE.map((role) => ({
      value: role,
      text: t(`people.roles.${role}`),
      checked: tickedIn(request)('audience').includes(role),
    })),
    typed: error ? typed : () => '',
    today,
    dueOn: addDays(today, USUAL_DAYS),
    questions: QUESTIONS,
    answers: ANSWERS,
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/dissemination/new', model, options)
}

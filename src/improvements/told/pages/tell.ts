import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formAgain,
  idIn,
  readForm,
  render,
  sending,
  showing,
  words,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { getProject, listPeopleBehind, projectUrls, type Project } from '../../projects/index.ts'
import { tellPeople } from '../actions/tell-people.ts'
import { findTold, listFeedback, type Told } from '../told-store.ts'
import { toldUrls } from '../urls.ts'

const LONGEST = { said: 600, did: 1200 } as const

const tellPage = (system: System): FormPage<Visit> => ({
  enter: (request, response) => enter(system, request, response),
  show: (...shown) => show(system, ...shown),
})

/** Writing what people will be told, with how many of them agreed to hear; afterwards what they answered. */
export function showTell(system: System): Page {
  return showing(tellPage(system))
}

export function sendTell(system: System): Page {
  return sending(tellPage(system), async (visit, request) => {
    const { room, project } = visit
    const { values, problems } = readForm(request, tellForm(room))
    if (!values) return problems
    const texts = values as Record<string, string>
    const of = (field: keyof typeof LONGEST) =>
      Object.fromEntries(
        languagesOf(room).map((language) => [language, texts[`${field}_${language}`] ?? '']),
      )
    const said = { es: '', ...of('said') }
    const did = { es: '', ...of('did') }
    const { timeZone } = room.book.administration
    const { projectId } = project
    await tellPeople(system, { ...room, timeZone }, { projectId, said, did })
    return `${toldUrls(room.slug).tell(projectId)}?hecho=contado`
  })
}

/** Spanish is asked for; what other languages do not say is said in it. */
function tellForm(room: ImprovementRoom) {
  const fields = languagesOf(room).flatMap((language) =>
    (['said', 'did'] as const).map((field) => {
      const text = words(LONGEST[field])
      const asked = language === 'es' ? text.pipe(z.string().min(1, 'required')) : text
      return [`${field}_${language}`, asked] as const
    }),
  )
  return z.object(Object.fromEntries(fields))
}

function languagesOf({ book }: ImprovementRoom): string[] {
  return ['es', ...book.administration.languages.filter((language) => language !== 'es')]
}

interface Visit {
  room: ImprovementRoom
  project: Project
  told: Told | null
}

async function enter(system: System, request: Request, response: Response): Promise<Visit> {
  const room = await enterRoom(system, response, request)
  const { administrationId } = room.deed
  const which = { administrationId, projectId: idIn(request, 'projectId') }
  const project = await getProject(system.db, which)
  const { centreId } = project
  const isSeen =
    room.seesAll || centreId === null || room.centres.some((each) => each.centreId === centreId)
  if (!isSeen || project.state !== 'verified') throw new NotFound()
  const told = await findTold(system.db, which)
  if (!told && !mayImprove(room.staff, project)) throw new NotAllowed()
  return { room, project, told }
}

async function show(
  system: System,
  { room, project, told }: Visit,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, book } = room
  const again = formAgain(response, problems, 'improvements-told.problems')
  const { plan, projectId, number } = project
  const typed = again.error
    ? again.typed
    : (field: string) =>
        field === 'said_es' ? plan.problem : field === 'did_es' ? plan.action : ''
  const behind = told
    ? []
    : await listPeopleBehind(system.db, project, book.administration.timeZone)
  const people = behind.filter(({ reachable }) => reachable).length
  const feedback = told ? await listFeedback(system.db, told) : []
  const model = {
    title: t('improvements-told.tell.title'),
    project: project.title,
    backUrl: projectUrls(slug).project(projectId),
    ...again,
    typed,
    action: toldUrls(slug).tell(projectId),
    languages: languagesOf(room).map((code) => ({
      code,
      name: new Intl.DisplayNames(room.lang, { type: 'language' }).of(code) ?? code,
    })),
    told,
    publicUrl: toldUrls(slug).one(number),
    posterUrl: toldUrls(slug).poster(projectId),
    people: told?.people ?? people,
    unreachable: told?.unreachable ?? behind.length - people,
    done: request.query.hecho === 'contado',
    feedback: feedback.map((each) => ({
      ...each,
      noticed: t(`improvements-told.feedback.noticed.${each.noticed}`),
    })),
  }
  render(response, 'improvements/told/tell', model, { layout: 'staff' })
}

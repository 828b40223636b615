import type { Request, Response } from 'express'
import { z } from 'zod'
import { getBookRules, wearTheme, type BookRules } from '../../../administrations/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  readForm,
  render,
  typedIn,
  words,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { listIndicators, sayEffect } from '../../effect/index.ts'
import { listPairsOf, publicPairs } from '../../evidence/index.ts'
import { listProjects } from '../../projects/index.ts'
import { takeFeedback } from '../actions/tell-people.ts'
import { inTheir } from '../in-their-language.ts'
import { pageOf, shortened } from '../list-page.ts'
import { listTold, NOTICED } from '../told-store.ts'
import { toldUrls } from '../urls.ts'

const feedbackForm = z.object({
  noticed: z.enum(NOTICED, 'required'),
  text: words(1000),
})

/** "Usted dijo, hicimos": every change that was told, the newest first. */
export function showToldList(system: System): Page {
  return async (request, response) => {
    const { book, told } = await enter(system, request, response)
    const { t } = response.locals
    const { slug, name } = book.administration
    const { shown, newer, older } = pageOf(told, request.query.pagina)
    const pageUrl = (page: number) => `${toldUrls(slug).list}?pagina=${page}`
    const model = {
      title: t('improvements-told.title'),
      lead: t('improvements-told.lead', { name }),
      backUrl: `/${slug}`,
      told: shown.map((one) => ({ ...one, said: shortened(one.said), did: shortened(one.did) })),
      newerUrl: newer && pageUrl(newer),
      olderUrl: older && pageUrl(older),
    }
    render(response, 'improvements/told/list', model)
  }
}

export function showTold(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, [])
  }
}

export function sendFeedback(system: System): Page {
  return async (request, response) => {
    if (response.locals.onlyLanguage) return show(system, request, response, [])
    const { one, today } = await enterOne(system, request, response)
    const { values, problems } = readForm(request, feedbackForm)
    if (!values) return show(system, request, response, problems)
    await takeFeedback(system, one, values, today)
    response.redirect(303, `${one.url}?hecho=gracias`)
  }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { book, one } = await enterOne(system, request, response)
  const { t } = response.locals
  const { administrationId, slug } = book.administration
  const pairs = await listPairsOf(system.db, administrationId, 'project', [one.projectId])
  const error = problems.length > 0
  const typed = typedIn(request)
  const model = {
    title: one.title,
    backUrl: toldUrls(slug).list,
    error,
    errors: formErrors(response, problems, 'improvements-told.problems'),
    one,
    pairs: publicPairs(slug, pairs),
    done: request.query.hecho === 'gracias',
    typed,
    noticed: NOTICED.map((value) => ({
      value,
      text: t(`improvements-told.feedback.noticed.${value}`),
      checked: typed('noticed') === value,
    })),
  }
  render(response, 'improvements/told/one', model, { status: error ? 422 : 200 })
}

async function enterOne(system: System, request: Request, response: Response) {
  const entered = await enter(system, request, response)
  const one = entered.told.find(({ number }) => String(number) === request.params['number'])
  if (!one) throw new NotFound()
  return { ...entered, one }
}

async function enter(system: System, request: Request, response: Response) {
  const now = system.clock()
  const book = await getBookRules(system, String(request.params['slug']), now)
  wearTheme(response, book.administration)
  const today = localDate(now, book.administration.timeZone)
  return { book, today, told: await readTold(system, response, book) }
}

/** What was told, with the names of its projects and what came of them, in the language of whoever reads. */
async function readTold(system: System, response: Response, { administration, names }: BookRules) {
  const { administrationId, slug, timeZone } = administration
  const { t, lang } = response.locals
  const told = await listTold(system.db, administrationId)
  if (told.length === 0) return []
  const projects = await listProjects(system.db, administrationId, { states: ['verified'] })
  const ids = projects.map(({ projectId }) => projectId)
  const indicators = await listIndicators(system.db, administrationId, ids)
  return told.flatMap(({ projectId, said, did, people, toldAt }) => {
    const project = projects.find((each) => each.projectId === projectId)
    if (!project) return []
    const { number, title, centreId, finishedOn } = project
    const indicator = indicators.get(projectId)
    return [
      {
        administrationId,
        projectId,
        number,
        title,
        url: toldUrls(slug).one(number),
        place: centreId === null ? t('improvements.all_centres') : (names.get(centreId) ?? ''),
        said: inTheir(said, lang),
        did: inTheir(did, lang),
        people,
        finishedOn,
        toldOn: localDate(toldAt, timeZone),
        effect: indicator ? sayEffect(indicator, t, lang) : null,
      },
    ]
  })
}

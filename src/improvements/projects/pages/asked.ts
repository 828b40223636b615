import type { Request, Response } from 'express'
import { z } from 'zod'
import { getBookRules, wearTheme } from '../../../administrations/index.ts'
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
import { commentAsAsked } from '../actions/hear-people.ts'
import { readAskedToken } from '../asked-token.ts'
import { findAsked, type Asked } from '../comment-store.ts'
import type { Project } from '../project.ts'
import { getProject } from '../project-store.ts'
import { BEFORE_DECISION } from '../project-states.ts'
import { askedUrl } from '../urls.ts'

const opinionForm = z.object({ text: words(2000).pipe(z.string().min(1, 'required')) })

/** What somebody who agreed to be asked sees: the problem, what is planned, and one question. */
export function showAsked(system: System): Page {
  return async (request, response) => {
    show(request, response, await enter(system, request, response), [])
  }
}

export function sendAsked(system: System): Page {
  return async (request, response) => {
    const visit = await enter(system, request, response)
    if (response.locals.onlyLanguage || !visit.isOpen) return show(request, response, visit, [])
    const { values, problems } = readForm(request, opinionForm)
    if (!values) return show(request, response, visit, problems)
    const { now, today, asked } = visit
    await commentAsAsked(system, asked.askedId, values.text, { now, today })
    response.redirect(303, `${visit.url}?hecho=gracias`)
  }
}

interface Visit {
  asked: Asked
  project: Project
  url: string
  isOpen: boolean
  now: Date
  today: string
  slug: string
}

/** Only with a link that we signed, of this administration; until its day and until it is decided. */
async function enter(system: System, request: Request, response: Response): Promise<Visit> {
  const token = String(request.params['token'])
  const now = system.clock()
  const { administration } = await getBookRules(system, String(request.params['slug']), now)
  const { administrationId, slug, timeZone } = administration
  const askedId = readAskedToken(system, token)
  const asked = askedId === null ? null : await findAsked(system.db, askedId)
  if (asked?.administrationId !== administrationId) throw new NotFound()
  wearTheme(response, administration)
  // an address with a secret is told to nobody else
  response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' })
  const project = await getProject(system.db, asked)
  const today = localDate(now, timeZone)
  const isOpen = asked.until >= today && BEFORE_DECISION.includes(project.state)
  return { asked, project, url: askedUrl(slug, token), isOpen, now, today, slug }
}

function show(
  request: Request,
  response: Response,
  { project, url, isOpen, slug }: Visit,
  problems: readonly FieldProblem[],
): void {
  const { t } = response.locals
  const error = problems.length > 0
  const model = {
    title: t('improvements-asked.title'),
    error,
    errors: formErrors(response, problems, 'improvements-asked.problems'),
    problem: project.plan.problem,
    action: project.plan.action,
    where: project.kind === 'short' ? '' : project.plan.where,
    isOpen,
    done: request.query.hecho === 'gracias',
    url,
    bookUrl: `/${slug}`,
    typed: typedIn(request),
  }
  render(response, 'improvements/projects/asked', model, { status: error ? 422 : 200 })
}

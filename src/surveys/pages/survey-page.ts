import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { FieldProblem } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { formErrors, render, typedIn, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { takeFurtherAnswers, takeResponse } from '../actions/take-response.ts'
import { CHANNELS, type Campaign, type SurveyChannel } from '../campaign.ts'
import { readAnswers, readFurtherAnswers } from '../response-input.ts'
import { centresOf, findAsked, type Asked } from './asked.ts'
import { CARRIED, FIRST_PAGE, firstPageView, secondPageView, type Typed } from './survey-view.ts'
import { surveyUrl } from './urls.ts'

/** The two-minute survey: two pages, no script, nobody's name, no cookie. */
export function showSurvey(system: System): Page {
  return async (request, response) => {
    const asked = await findAsked(system, request, response)
    if (asked.state !== 'running') return showClosed(response, asked)
    const { via, oficina, servicio } = request.query as Record<string, string | undefined>
    const carried = { response: randomUUID(), via, oficina, servicio }
    showFirst(response, asked, (field) => carried[field as keyof typeof carried] ?? '')
  }
}

export function takeSurvey(system: System): Page {
  return async (request, response) => {
    const asked = await findAsked(system, request, response)
    if (asked.state !== 'running') return showClosed(response, asked)
    const typed = typedIn(request)
    const isSecond = typed('page') === '2'
    if (!isId(typed('response'))) return showFirst(response, asked, anew(typed))
    if (response.locals.onlyLanguage) {
      return isSecond ? showSecond(response, asked, typed) : showFirst(response, asked, typed)
    }
    await (isSecond ? takeSecond : takeFirst)(system, request, response, asked)
  }
}

export function thank(system: System): Page {
  return async (request, response) => {
    const { book } = await findAsked(system, request, response)
    const { slug } = book.administration
    const model = { title: response.locals.t('surveys.thanks.title'), bookUrl: `/${slug}` }
    render(response, 'surveys/thanks', model)
  }
}

async function takeFirst(
  system: System,
  request: Request,
  response: Response,
  asked: Asked,
): Promise<void> {
  const typed = typedIn(request)
  const answers = readAnswers(typed)
  if (!answers) {
    return showFirst(response, asked, typed, [{ field: 'overall', code: 'required' }])
  }
  const { administrationId, campaignId } = asked.campaign
  await takeResponse(system, {
    administrationId,
    campaignId,
    responseId: typed('response'),
    respondedOn: asked.today,
    channel: channelOf(asked.campaign, typed('via')),
    ...placeOf(asked, typed),
    caseKind: null,
    ...answers,
  })
  showSecond(response, asked, typed)
}

async function takeSecond(
  system: System,
  request: Request,
  response: Response,
  { campaign, instrument, book }: Asked,
): Promise<void> {
  const typed = typedIn(request)
  const { administrationId, campaignId, code } = campaign
  const whose = { administrationId, campaignId, responseId: typed('response') }
  await takeFurtherAnswers(system, whose, readFurtherAnswers(typed, instrument))
  response.redirect(303, `${surveyUrl(book.administration.slug, code)}/gracias`)
}

function anew(typed: Typed): Typed {
  const response = randomUUID()
  return (field) => (field === 'response' ? response : typed(field))
}

/** What the campaign does not know, or what nobody said, came by the link. */
function channelOf({ channels }: Pick<Campaign, 'channels'>, via: string): SurveyChannel {
  const open = CHANNELS.filter((each) => channels.includes(each) && each !== 'after_answer')
  return (
    open.find((each) => each === via) ?? open.find((each) => each === 'link') ?? open[0] ?? 'link'
  )
}

function placeOf(asked: Asked, typed: Typed) {
  const centres = centresOf(asked)
  const only = centres.length === 1 ? centres[0] : undefined
  const centre =
    centres.find(({ slug }) => slug === typed('oficina')) ??
    centres.find(({ slug }) => slug === typed('centre')) ??
    only
  const services = asked.book.services
  const service =
    services.find(({ slug }) => slug === typed('servicio')) ??
    services.find(({ slug }) => slug === typed('service'))
  return { centreId: centre?.centreId ?? null, serviceId: service?.serviceId ?? null }
}

function showFirst(
  response: Response,
  asked: Asked,
  typed: Typed,
  problems: readonly FieldProblem[] = [],
): void {
  const error = problems.length > 0
  const model = {
    ...firstPageView(asked, typed, response.locals),
    ...frame(asked, typed),
    error,
    errors: formErrors(response, problems, 'surveys.problems'),
  }
  const kept = typedSoFar(typed, [...CARRIED, ...FIRST_PAGE])
  render(response, 'surveys/first', model, { status: error ? 422 : 200, typed: kept })
}

function showSecond(response: Response, asked: Asked, typed: Typed): void {
  const model = { ...secondPageView(asked, typed, response.locals), ...frame(asked, typed) }
  const names = [
    ...CARRIED,
    ...model.drivers.map(({ name }) => name),
    ...model.segments.map(({ name }) => name),
    'comment',
  ]
  render(response, 'surveys/second', model, { typed: { ...typedSoFar(typed, names), page: '2' } })
}

function frame({ book, campaign }: Asked, typed: Typed) {
  const url = surveyUrl(book.administration.slug, campaign.code)
  return { action: url, thanksUrl: `${url}/gracias`, carried: typedSoFar(typed, CARRIED) }
}

function typedSoFar(typed: Typed, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, typed(name)]))
}

function showClosed(response: Response, { state, campaign, book }: Asked): void {
  const { t } = response.locals
  const { slug } = book.administration
  render(response, 'surveys/closed', {
    title: t(`surveys.closed.${state === 'planned' ? 'planned' : 'ended'}`),
    startsOn: state === 'planned' ? campaign.startsOn : null,
    bookUrl: `/${slug}`,
  })
}

import type { Request, Response } from 'express'
import type { FieldProblem } from '../../platform/errors.ts'
import { formErrors, render, typedIn, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { takeFurtherAnswers } from '../actions/take-response.ts'
import { takeSentForm } from '../actions/take-sent-form.ts'
import { CHANNELS, type Campaign, type SurveyChannel } from '../campaign.ts'
import { newPass, readPass } from '../form-pass.ts'
import { readAnswers, readFurtherAnswers } from '../response-input.ts'
import { centresOf, findAsked, type Asked } from './asked.ts'
import { CARRIED, firstPageView, secondPageView, type Typed } from './survey-view.ts'
import { surveyAddress, surveyUrl } from './urls.ts'

/** The id of the form on both pages. */
const FORM = 'survey'

/** The two-minute survey: two pages, no script, nobody's name, no cookie. */
export function showSurvey(system: System): Page {
  return async (request, response) => {
    const asked = await findAsked(system, request, response)
    if (asked.state !== 'running') return showClosed(response, asked)
    const { via, oficina, servicio } = request.query as Record<string, string | undefined>
    const carried = { pass: passFor(system, asked), via, oficina, servicio }
    showFirst(response, asked, (field) => carried[field as keyof typeof carried] ?? '')
  }
}

export function takeSurvey(system: System): Page {
  return async (request, response) => {
    const asked = await findAsked(system, request, response)
    if (asked.state !== 'running') return showClosed(response, asked)
    const typed = typedIn(request)
    const isSecond = typed('page') === '2'
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
  const now = system.clock()
  const { administrationId, campaignId } = asked.campaign
  const pass = readPass(passKey(system), campaignId, typed('pass'), now)
  if (!pass) return showFirst(response, asked, anew(system, asked, typed), STALE)
  const about = {
    administrationId,
    campaignId,
    respondedOn: asked.today,
    channel: channelOf(asked.campaign, typed('via')),
    ...placeOf(asked, typed),
    caseKind: null,
    ...answers,
  }
  await takeSentForm(system, pass, about, now)
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
  const pass = readPass(passKey(system), campaignId, typed('pass'), system.clock())
  if (pass) {
    const whose = { administrationId, campaignId, responseId: pass.responseId }
    await takeFurtherAnswers(system, whose, readFurtherAnswers(typed, instrument))
  }
  response.redirect(303, `${surveyUrl(book.administration.slug, code)}/gracias`)
}

/** Left open for hours, or not from us: the answers stay in the form, which gets a new pass. */
const STALE = [{ field: 'overall', code: 'stale' }]

function anew(system: System, asked: Asked, typed: Typed): Typed {
  const pass = passFor(system, asked)
  return (field) => (field === 'pass' ? pass : typed(field))
}

function passFor(system: System, { campaign }: Pick<Asked, 'campaign'>): string {
  return newPass(passKey(system), campaign.campaignId, system.clock())
}

function passKey({ secrets }: Pick<System, 'secrets'>): Buffer {
  return secrets.keyFor('survey-forms')
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
  render(response, 'surveys/first', model, { status: error ? 422 : 200, ownForm: FORM })
}

function showSecond(response: Response, asked: Asked, typed: Typed): void {
  const model = { ...secondPageView(asked, typed, response.locals), ...frame(asked, typed) }
  render(response, 'surveys/second', model, { ownForm: FORM })
}

function frame({ book, campaign }: Asked, typed: Typed) {
  const { slug } = book.administration
  const way = { via: typed('via'), centre: typed('oficina'), service: typed('servicio') }
  return {
    // the address stays that of the poster, so that it can be opened again at any moment
    action: surveyAddress(slug, campaign.code, way),
    thanksUrl: `${surveyUrl(slug, campaign.code)}/gracias`,
    carried: Object.fromEntries(CARRIED.map((name) => [name, typed(name)])),
  }
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

import type { Response } from 'express'
import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatShortDate,
  type TextValues,
} from '../i18n/index.ts'
import type { PlainDate } from '../dates.ts'
import { asset } from './assets.ts'
import { components } from './components.ts'
import { TOKEN_FIELD } from './form-token.ts'
import { languageLinks } from './language.ts'
import { themeAddress } from './theme.ts'
import { escapeHtml, renderView } from './views.ts'

/** What every page says; a page adds exactly what its template needs. */
export interface PageModel {
  /** Unique, without the service's name. */
  title: string
  /** The form is shown again because something is wrong with it. */
  error?: boolean
  backUrl?: string
}

export type Layout = 'public' | 'staff' | 'reporter' | 'framed'

export interface RenderOptions {
  /** Otherwise 422 for a form that is shown again, and 200. */
  status?: number
  /** Otherwise that of the road that the request came by. */
  layout?: Layout
  /** What was typed into the form that this page answers; a change of language brings it along. */
  typed?: Readonly<Record<string, string>>
  /** The id of the page's only form: a change of language sends it with what was not sent yet. */
  ownForm?: string
}

/** Renders views/<view>.ejs within its layout and sends it. */
export function render<M extends PageModel>(
  response: Response,
  view: string,
  model: M,
  options: RenderOptions = {},
): void {
  const { layout = response.locals.layout ?? 'public', typed = {}, ownForm } = options
  const { status = (model as PageModel).error ? 422 : 200 } = options
  const shared = viewContext(response)
  const typedSoFar = response.req.method === 'POST' && !ownForm ? Object.entries(typed) : []
  const values = {
    error: false,
    backUrl: null,
    ...(model as PageModel),
    ...shared,
    typedSoFar,
    languageForm: ownForm ?? (typedSoFar.length > 0 ? 'language' : null),
  }
  const body = renderView(view, values)
  const page = renderView(`layouts/${layout}`, { ...values, body })
  if (!response.get('Cache-Control')) response.set('Cache-Control', 'private, no-store')
  response.status(status).type('html').send(page)
}

/** What every template may use besides its model. */
function viewContext(response: Response) {
  const { locals, req } = response
  const { lang, t } = locals
  return {
    lang,
    t,
    languages: languageLinks(req, lang),
    asset,
    component: components(lang, t),
    escape: escapeHtml,
    /** The hidden field that every form carries; opens the visitor's session. */
    formToken: () => {
      if (locals.withoutSession) return ''
      const token = locals.formTokens.issue(req, response)
      return `<input type="hidden" name="${TOKEN_FIELD}" value="${escapeHtml(token)}">`
    },
    formatDate: (date: PlainDate) => formatDate(date, lang),
    formatShortDate: (date: PlainDate) => formatShortDate(date, lang),
    formatDateTime: (instant: Date, timeZone: string) => formatDateTime(instant, lang, timeZone),
    formatNumber: (value: number, decimals = 0) => formatNumber(value, lang, decimals),
    /** A text whose values are shown in bold or as links: the text is escaped, the values trusted. */
    tHtml: (key: string, values: Readonly<Record<string, string>>) => textWithHtml(t, key, values),
    demo: locals.demo,
    administration: locals.administration ?? null,
    themeUrl: themeAddress(locals.administration),
    viewer: locals.viewer ?? null,
  }
}

function textWithHtml(
  t: (key: string, values?: TextValues) => string,
  key: string,
  values: Readonly<Record<string, string>>,
): string {
  const marks = Object.keys(values)
  const marked = t(key, Object.fromEntries(marks.map((name) => [name, `\uE000${name}\uE000`])))
  return escapeHtml(marked).replace(/\uE000(\w+)\uE000/g, (_, name: string) => values[name] ?? '')
}

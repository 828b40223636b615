import type { Request, RequestHandler, Response } from 'express'
import { defaultLanguage, isLanguage, languages, translator } from '../i18n/index.ts'

const COOKIE = 'lang'
const ONE_YEAR_MS = 365 * 24 * 60 * 60 * 1000

export interface LanguageLink {
  code: string
  /** Each language in its own name. */
  name: string
  href: string
  current: boolean
}

/**
 * Sets the language of the request; a link with ?lang=… keeps it in a cookie and comes back. A form sent
 * with ?lang=… wants the page in that language with what was typed, and nothing else.
 */
export function chooseLanguage(options: { secureCookies: boolean }): RequestHandler {
  return (request, response, next) => {
    const chosen = request.query.lang
    if (request.method === 'GET' && isLanguage(chosen)) {
      keepLanguage(response, chosen, options)
      response.redirect(303, addressIn(request, null))
      return
    }
    const asksAgain =
      request.method === 'POST' && !isMachineInterface(request) && isLanguage(chosen)
    if (asksAgain) keepLanguage(response, chosen, options)
    const lang = asksAgain ? chosen : languageOf(request)
    response.locals.onlyLanguage = asksAgain
    response.locals.lang = lang
    response.locals.t = translator(lang)
    response.set('Content-Language', lang)
    next()
  }
}

/** From the next page on. */
export function keepLanguage(
  response: Response,
  language: string,
  options: { secureCookies: boolean },
): void {
  response.cookie(COOKIE, language, {
    maxAge: ONE_YEAR_MS,
    httpOnly: true,
    sameSite: 'lax',
    secure: options.secureCookies,
  })
}

/** People keep their choice in a cookie; the machine interface says it in a header. */
function languageOf(request: Request): string {
  if (isMachineInterface(request)) {
    return request.acceptsLanguages([...languages]) || defaultLanguage
  }
  const cookies = request.cookies as Record<string, unknown> | undefined
  return isLanguage(cookies?.[COOKIE]) ? cookies[COOKIE] : defaultLanguage
}

export function isMachineInterface(request: Request): boolean {
  return request.originalUrl.startsWith('/api/')
}

export function languageLinks(request: Request, current: string): LanguageLink[] {
  return languages.map((code) => ({
    code,
    name: translator(code)('layout.language_name'),
    href: addressIn(request, code),
    current: code === current,
  }))
}

/** The same page in another language. One leading slash, so that it never leaves this site. */
function addressIn(request: Request, language: string | null): string {
  const [path = '/', query = ''] = request.originalUrl.split('?', 2)
  const parameters = new URLSearchParams(query)
  parameters.delete('lang')
  if (language) parameters.set('lang', language)
  const rest = parameters.toString()
  return path.replace(/^[/\\]+/, '/') + (rest ? `?${rest}` : '')
}

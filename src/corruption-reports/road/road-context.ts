import type { Request, RequestHandler } from 'express'
import { defaultLanguage, isLanguage, languages, translator } from '../../platform/i18n/index.ts'
import { isMachineInterface } from '../../platform/web/index.ts'

/**
 * What a page needs, without a cookie set or asked for. No form carries a token either: a token keeps
 * another site from using the rights that a browser brings along by itself, and on this road no browser
 * brings any. Whoever sends has what stands in the body and nothing else.
 */
export const roadContext: RequestHandler = (request, response, next) => {
  const { locals } = response
  locals.formTokens = { issue: () => '', check: () => true }
  locals.secureCookies = false
  locals.demo = false
  locals.layout = 'reporter'
  locals.lang = languageOf(request)
  locals.t = translator(locals.lang)
  response.set('Content-Language', locals.lang)
  next()
}

/** Said in the address, where a plain link changes it; a choice made elsewhere in the book is respected. */
function languageOf(request: Request): string {
  const { lang } = request.query
  if (isLanguage(lang)) return lang
  if (isMachineInterface(request)) {
    return request.acceptsLanguages([...languages]) || defaultLanguage
  }
  const kept = /(?:^|;\s*)lang=(\w+)/.exec(request.headers.cookie ?? '')?.[1]
  return isLanguage(kept) ? kept : defaultLanguage
}

import cookieParser from 'cookie-parser'
import type { RequestHandler } from 'express'
import type { T } from '../i18n/index.ts'
import { formTokens, type FormTokens } from './form-token.ts'
import { chooseLanguage } from './language.ts'
import type { Layout } from './render.ts'
import type { Theme } from './theme.ts'

interface NavigationItem {
  text: string
  href: string
  current: boolean
  pageKey?: string
}

/** The person at work, as the header of staff pages shows them. */
export interface Viewer {
  name: string
  role?: string
  signOutUrl: string
  /** Where the person keeps name, language, password and sessions. */
  accountUrl?: string
  /** Whether single letters act on the pages: only for whoever wants it. */
  pageKeys?: boolean
  /** The sections that this person may open. */
  navigation?: readonly NavigationItem[]
  /** The rest of them, put together by what they are for. */
  shelves?: readonly { text: string; current: boolean; items: readonly NavigationItem[] }[]
}

declare global {
  namespace Express {
    /** What a request carries from its middleware to its page. */
    interface Locals {
      lang: string
      t: T
      /** The form was sent to be shown again in another language; nothing of it is to be kept. */
      onlyLanguage: boolean
      formTokens: FormTokens
      /** A page that knows nobody: it sets no cookie and its forms carry no token. */
      withoutSession?: true
      secureCookies: boolean
      /** Demonstration data: every page says so. */
      demo: boolean
      /** The signed-in session, set by sign-in. */
      sessionId?: string
      administration?: Theme
      /** Where it is not that of the public pages. */
      layout?: Layout
      viewer?: Viewer
    }
  }
}

export interface WebContextOptions {
  /** Signs form tokens. */
  secret: string
  /** True when people reach us by https. */
  secureCookies: boolean
  /** Everything here is demonstration data; a page may also say it of its administration. */
  demo?: () => boolean
}

/** First of all middleware: cookies, language, form tokens; what `render` needs. */
export function webContext(options: WebContextOptions): RequestHandler[] {
  const tokens = formTokens(options)
  return [
    cookieParser(),
    onlyTextCookies,
    (_request, response, next) => {
      response.locals.formTokens = tokens
      response.locals.secureCookies = options.secureCookies
      response.locals.demo = options.demo?.() ?? false
      next()
    },
    chooseLanguage(options),
  ]
}

/** The parser reads `j:…` as JSON; nobody here expects a cookie that is no text. */
const onlyTextCookies: RequestHandler = (request, _response, next) => {
  const cookies = request.cookies as Record<string, unknown>
  request.cookies = Object.fromEntries(
    Object.entries(cookies).filter(([, value]) => typeof value === 'string'),
  )
  next()
}

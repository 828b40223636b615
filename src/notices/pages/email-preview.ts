import type { Request } from 'express'
import { NotFound } from '../../platform/errors.ts'
import { isLanguage, languages, translator, type T } from '../../platform/i18n/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import { composeLetter } from '../compose-letter.ts'
import { findEmail, listEmails } from '../email.ts'
import type { Letterhead } from '../letterhead.ts'
import { previewUrl, rawPreviewUrl } from './preview-urls.ts'

/** The letter brings its own styles; nothing else is let in. */
const LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

export const listOfEmails: Page = (_request, response) => {
  const { t } = response.locals
  const emails = listEmails().map((email) => ({
    name: email.name(t),
    versions: languages.map((language) => ({
      lang: language,
      language: translator(language)('layout.language_name'),
      subject: email.subject(translator(language), email.sample(translator(language))),
      href: previewUrl(email.template, language),
    })),
  }))
  const title = t('notices.preview.title')
  render(response, 'notices/preview-list', { title, emails }, { layout: 'staff' })
}

export const showEmail: Page = (request, response) => {
  const { name, template, language, letter } = sampleOf(request, response.locals.t)
  const model = {
    title: name,
    backUrl: previewUrl(),
    name,
    language,
    subject: letter.subject,
    text: letter.text,
    pageUrl: rawPreviewUrl(template, language),
  }
  render(response, 'notices/preview', model, { layout: 'staff' })
}

export const rawEmail: Page = (request, response) => {
  const { letter } = sampleOf(request, response.locals.t)
  response.set('Content-Security-Policy', LETTER_POLICY).type('html').send(letter.html)
}

function sampleOf(request: Request, t: T) {
  const { template, language } = request.params
  const found = typeof template === 'string' ? findEmail(template) : null
  if (!found || !isLanguage(language)) throw new NotFound()
  const { email } = found
  const own = translator(language)
  const letter = composeLetter(email, email.sample(own), letterheadOf(own), language)
  return { name: email.name(t), template: email.template, language, letter }
}

function letterheadOf(t: T): Letterhead {
  return {
    name: t('notices.preview.administration'),
    slug: 'demo',
    timeZone: 'UTC',
    email: 'libro@demo.example',
    phone: t('notices.preview.phone'),
  }
}

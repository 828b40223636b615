import { inLanguage } from '../../regimes/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import { LONGEST_COMMENT } from '../comment.ts'
import { RESOLVED, SCALE, type Instrument } from '../instrument.ts'
import { segmentField } from '../response-input.ts'
import { centresOf, type Asked } from './asked.ts'

export interface Speech {
  lang: string
  t: T
}

export type Typed = (field: string) => string

/** What stays the same from page to page and is asked nowhere. */
export const CARRIED = ['pass', 'via', 'oficina', 'servicio'] as const

/** The first page: how it went, whether the matter was resolved and, where it is not known, the place. */
export function firstPageView({ instrument, ...asked }: Asked, typed: Typed, speech: Speech) {
  const { lang, t } = speech
  const { name } = asked.book.administration
  return {
    title: t('surveys.title'),
    lead: t('surveys.lead', { name, minutes: instrument.minutes }),
    overall: { name: 'overall', text: inLanguage(instrument.overall.text, lang) },
    resolved: {
      text: inLanguage(instrument.resolved.text, lang),
      items: RESOLVED.map((value) => ({ value, text: t(`surveys.resolved.${value}`) })),
    },
    scale: scaleItems(t),
    places: placesToAsk(asked, typed, t),
    typed,
  }
}

function placesToAsk(asked: Omit<Asked, 'instrument'>, typed: Typed, t: T) {
  const centres = centresOf(asked)
  const centre =
    centres.find(({ slug }) => slug === typed('oficina')) ??
    (centres.length === 1 ? centres[0] : undefined)
  const services = asked.book.services.filter(
    ({ serviceId }) => !centre || centre.serviceIds.includes(serviceId),
  )
  const known = services.some(({ slug }) => slug === typed('servicio'))
  const any = { value: '', text: t('surveys.rather_not') }
  return {
    centres: centre ? [] : [any, ...centres.map(({ slug, name }) => ({ value: slug, text: name }))],
    services: known
      ? []
      : [any, ...services.map(({ slug, name }) => ({ value: slug, text: name }))],
  }
}

/** The second page: the drivers, one by one, who the person is if they like, and their own words. */
export function secondPageView({ instrument }: Asked, typed: Typed, { lang, t }: Speech) {
  return { title: t('surveys.more.title'), ...furtherQuestions(instrument, { lang, t }), typed }
}

/** The drivers alone, as every page asks them. */
export function driverQuestions({ drivers }: Pick<Instrument, 'drivers'>, { lang, t }: Speech) {
  return {
    scale: scaleItems(t),
    drivers: drivers.map(({ code, text, about }) => ({
      name: code,
      text: inLanguage(text, lang),
      about: inLanguage(about, lang),
    })),
  }
}

function furtherQuestions(instrument: Instrument, { lang, t }: Speech) {
  const { segments, comment } = instrument
  return {
    ...driverQuestions(instrument, { lang, t }),
    segments: segments.map(({ code, text, options }) => ({
      name: segmentField(code),
      text: inLanguage(text, lang),
      items: [
        { value: '', text: t('surveys.rather_not') },
        ...options.map((option) => ({ value: option.code, text: inLanguage(option.text, lang) })),
      ],
    })),
    comment: {
      text: inLanguage(comment.text, lang),
      hint: inLanguage(comment.hint, lang),
      longest: LONGEST_COMMENT,
    },
  }
}

/** From the worst to the best, each with its face: said by shape and word, never by colour alone. */
function scaleItems(t: T) {
  return SCALE.map((score) => ({ value: String(score), text: t(`surveys.scale.${score}`) }))
}

import { spokenLanguagesOf } from '../../../administrations/index.ts'
import { ANSWER_BY } from '../../../cases/index.ts'
import { translator } from '../../../platform/i18n/index.ts'
import { inLanguage, openKinds, rulesOn, type Localized } from '../../../regimes/index.ts'
import { COUNTER_CHANNELS } from '../entry-fields.ts'
import type { CounterRoom } from './desk-room.ts'

export interface Choice {
  value: string
  text: string
}

/** What can be chosen in the lists of the form, by field. */
export function entryChoices(room: CounterRoom, sendsTexts: boolean): Record<string, Choice[]> {
  const { book, centres, today, lang, t } = room
  const { regime, administration, services, officials } = book
  const none = { value: '', text: t('channels-counter.none') }
  const choose = { value: '', text: t('channels-counter.choose') }
  const label = ({ code, label }: { code: string; label: Localized }) => ({
    value: code,
    text: inLanguage(label, lang) ?? code,
  })
  const given = new Set(centres.flatMap(({ serviceIds }) => serviceIds))
  const here = new Set<string | null>([null, ...centres.map(({ centreId }) => centreId)])
  return {
    channel: COUNTER_CHANNELS.map((value) => ({ value, text: t(`cases.channel.${value}`) })),
    centre: centres.map(({ slug, name }) => ({ value: slug, text: name })),
    kind: [choose, ...openKinds(regime, book.authorisations, today).map(label)],
    motive: [none, ...rulesOn(regime.motives, today).map(label)],
    service: [
      none,
      ...services
        .filter(({ serviceId }) => given.has(serviceId))
        .map(({ slug, name }) => ({ value: slug, text: name })),
    ],
    official: [
      none,
      ...officials
        .filter(({ centreId }) => here.has(centreId))
        .map(({ officialId, name, post }) => ({ value: officialId, text: `${name}, ${post}` })),
    ],
    documentType: [none, ...rulesOn(regime.documentTypes, today).map(label)],
    language: administration.languages.map((value) => ({
      value,
      text: translator(value)('layout.language_name'),
    })),
    spokenLanguage: [
      { value: '', text: t('channels-counter.any_language') },
      ...spokenLanguagesOf(book, today).map(label),
    ],
    answerBy: [
      choose,
      ...ANSWER_BY.filter((way) => way !== 'sms' || sendsTexts).map((value) => ({
        value,
        text: t(`cases.answer_by.${value}`),
      })),
    ],
  }
}

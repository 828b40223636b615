import type { BookRules } from '../administrations/index.ts'
import type { T } from '../platform/i18n/index.ts'
import { inLanguage, type Localized } from '../regimes/index.ts'
import { CHANNELS } from './routing-rule.ts'
import { SIGNALS } from './signals.ts'

export interface Named {
  value: string
  text: string
}

/** Everything that a rule may speak of, by the names that people know it by. */
export interface BookNames {
  kind: readonly Named[]
  centre: readonly Named[]
  service: readonly Named[]
  motive: readonly Named[]
  channel: readonly Named[]
  language: readonly Named[]
  signal: readonly Named[]
  unit: readonly Named[]
  /** Also of what is no longer in force. */
  nameOf: (list: Nameable, value: string) => string
}

export type Nameable =
  'kind' | 'centre' | 'service' | 'motive' | 'channel' | 'language' | 'signal' | 'unit'

export function bookNames(book: BookRules, lang: string, t: T): BookNames {
  const labelled = (rules: readonly { code: string; label: Localized }[]) =>
    rules.map(({ code, label }) => ({ value: code, text: inLanguage(label, lang) }))
  const said = (values: readonly string[], list: string) =>
    values.map((value) => ({ value, text: capital(t(`routing.${list}.${value}`)) }))
  const lists = {
    kind: labelled(book.regime.kinds),
    centre: book.centres.map(({ centreId, name }) => ({ value: centreId, text: name })),
    service: book.services.map(({ serviceId, name }) => ({ value: serviceId, text: name })),
    motive: labelled(book.regime.motives),
    channel: said(CHANNELS, 'channel'),
    language: labelled(book.regime.spokenLanguages),
    signal: said(SIGNALS, 'signal'),
    unit: book.units.map(({ unitId, name }) => ({ value: unitId, text: name })),
  }
  const nameOf = (list: Nameable, value: string) => {
    const named = lists[list].find((each) => each.value === value)
    if (!named) return book.names.get(value) ?? value
    return list === 'channel' || list === 'signal' ? t(`routing.${list}.${value}`) : named.text
  }
  return { ...lists, nameOf }
}

/** As it stands alone in a list; inside a sentence it stays small. */
function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

import type { BookRules } from '../../administrations/index.ts'
import type { CasePerson } from '../../cases/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { T } from '../../platform/i18n/index.ts'
import { inLanguage, rulesOn } from '../../regimes/index.ts'

/** What can be put right about who somebody is. */
export const CORRECTABLE = [
  'names',
  'firstSurname',
  'secondSurname',
  'legalName',
  'representative',
  'documentType',
  'documentNumber',
  'email',
  'phone',
  'address',
] as const

export function correctionFields(
  person: CasePerson | null,
  { regime }: Pick<BookRules, 'regime'>,
  { t, lang, today }: { t: T; lang: string; today: PlainDate },
) {
  const types = rulesOn(regime.documentTypes, today).map(({ code, label }) => ({
    value: code,
    text: inLanguage(label, lang),
  }))
  return CORRECTABLE.map((name) => ({
    name,
    label: t(`data-requests.person.${name}`),
    value: person?.[name] ?? '',
    items:
      name === 'documentType' ? [{ value: '', text: t('data-requests.none') }, ...types] : null,
  }))
}

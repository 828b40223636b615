import type { Unit } from '../../administrations/index.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import type { SaidFact, Saying } from '../../settings/index.ts'

/** From when until when a part of the organisation is there; nothing where it always was and stays. */
export function sayValidity(
  { validFrom, validUntil }: Pick<Unit, 'validFrom' | 'validUntil'>,
  { t, lang }: Saying,
): SaidFact[] {
  return [
    { label: t('organisation.from'), text: validFrom ? formatDate(validFrom, lang) : '' },
    { label: t('organisation.until'), text: validUntil ? formatDate(validUntil, lang) : '' },
  ]
}

/** The name of another part, also of one of the past. */
export function nameOf({ book }: Saying, id: string | null): string {
  return id === null ? '' : (book.names.get(id) ?? '')
}

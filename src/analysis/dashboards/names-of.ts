import type { BookRules } from '../../administrations/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { Speech } from './charts-of.ts'

/** How a member of any breakdown is called: by its id in the book, or by its code in the rules. */
export function namesOf(book: BookRules, { t, lang }: Speech): (member: string) => string {
  const coded = new Map(
    [...book.regime.motives, ...book.regime.spokenLanguages].map(({ code, label }) => [
      code,
      inLanguage(label, lang),
    ]),
  )
  return (member) => {
    if (member === '') return t('dashboards.nowhere')
    const known = book.names.get(member) ?? coded.get(member)
    return known ?? (CHANNELS.includes(member) ? t(`dashboards.channel.${member}`) : member)
  }
}

const CHANNELS: readonly string[] = [
  'web',
  'api',
  'tablet',
  'qr',
  'counter',
  'phone',
  'paper',
  'email',
]

import type { BookRules } from '../../../administrations/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { translator } from '../../../platform/i18n/index.ts'
import { hasEnoughContrast } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { linkAddress, shortAddress } from '../link-urls.ts'
import type { PosterLink } from '../poster-link.ts'
import { sayPlace } from '../say-link.ts'
import { posterWords } from './poster-words.ts'
import type { Poster } from './poster.ts'
import type { Size } from './sizes.ts'

const OUR_ACCENT = '#4b2e83'
const COLOUR = /^#[0-9a-f]{6}$/i

export interface PosterWish {
  size: Size
  lang: string
  secondLang: string | null
}

/** A link as it will hang on the wall. */
export function makePoster(
  system: Pick<System, 'config' | 'secrets'>,
  link: PosterLink,
  rules: BookRules,
  day: PlainDate,
  { size, lang, secondLang }: PosterWish,
  ownMark: Buffer | null = null,
): Poster {
  const { name, slug, theme } = rules.administration
  const address = linkAddress(system, slug, link)
  const words = posterWords(link, rules, day, lang)
  const second = secondLang === null ? null : posterWords(link, rules, day, secondLang)
  return {
    size,
    title: `${words.heading} ${name}`,
    administrationName: name,
    place: link.centreId === null ? null : sayPlace(link, rules, translator(lang)),
    accent: accentOf(theme),
    mark: theme['markUrl'] === undefined ? 'ours' : ownMark,
    address,
    shortAddress: shortAddress(address),
    words: second ? [words, second] : [words],
  }
}

/** The administration's colour where white letters can be read on it (WCAG 1.4.3), else ours. */
export function accentOf({ accent = '' }: Readonly<Record<string, string>>): string {
  return COLOUR.test(accent) && hasEnoughContrast(accent) ? accent : OUR_ACCENT
}

import { listCasesLike, staffCaseUrl, type TellOfCase } from '../../../cases/index.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { localDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import { rankAlike } from '../rank-alike.ts'

const MOST_READ = 60
const MOST_SHOWN = 5

/** Beside a case: those that say nearly the same, of what its reader may see. */
export function tellAlike({ db }: System): TellOfCase {
  return async ({ item, text, viewer, book, slug, t, lang }) => {
    const candidates = await listCasesLike(db, viewer, item, MOST_READ)
    const alike = rankAlike(
      { text, language: item.language },
      candidates.map((each) => ({ text: each.text, language: each.item.language })),
      MOST_SHOWN,
    )
    if (alike.length === 0) return null
    const { timeZone } = book.administration
    return {
      id: 'parecidos',
      title: t('suggestions.alike.title'),
      intro: t('suggestions.alike.intro'),
      groups: [
        {
          title: null,
          note: null,
          lines: alike.flatMap(({ at, words }) => {
            const other = candidates[at]?.item
            if (!other) return []
            const day = formatDate(localDate(other.registeredAt, timeZone), lang)
            return [
              {
                text: other.caseNumber,
                href: staffCaseUrl(slug, other.caseNumber),
                detail: t('suggestions.alike.detail', {
                  summary: other.summary,
                  day,
                  state: t(`cases.staff_state.${other.state}`),
                  words: words.join(', '),
                }),
              },
            ]
          }),
        },
      ],
    }
  }
}

import {
  listCasesLike,
  listEarlierCases,
  staffCaseUrl,
  type AsideGroup,
  type Case,
  type TellOfCase,
} from '../../../cases/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { findOutcome, inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { rankAlike } from '../rank-alike.ts'

type At = Parameters<TellOfCase>[0]

const MOST_READ = 60
const MOST_SHOWN = 5
const LATELY_MS = 90 * 86_400_000

/**
 * Beside a case, of what its reader may see: those of the same person, of the same service lately, and those that
 * say nearly the same, with what came of them.
 */
export function tellEarlier({ db }: Pick<System, 'db'>): TellOfCase {
  return async (at) => {
    const { item, viewer, t } = at
    const since = new Date(item.registeredAt.getTime() - LATELY_MS)
    const earlier = await listEarlierCases(db, viewer, item, since)
    const of = (isOfPerson: boolean) =>
      earlier.filter((each) => each.isOfPerson === isOfPerson).map((each) => ({ item: each.item }))
    const known = new Set(earlier.map((each) => each.item.caseId))
    const alike = (await casesAlike(db, at)).filter((each) => !known.has(each.item.caseId))
    const groups = [
      groupOf('person', of(true), at),
      groupOf('service', of(false), at),
      groupOf('alike', alike, at),
    ].flatMap((group) => group ?? [])
    if (groups.length === 0) return null
    return {
      id: 'anteriores',
      title: t('suggestions.earlier.title', { count: earlier.length + alike.length }),
      intro: t('suggestions.earlier.intro'),
      groups,
      folded: true,
    }
  }
}

interface Shown {
  item: Case
  /** What both say; none where words are not the reason. */
  words?: readonly string[]
}

async function casesAlike(db: System['db'], { item, text, viewer }: At): Promise<Shown[]> {
  const candidates = await listCasesLike(db, viewer, item, MOST_READ)
  const alike = rankAlike(
    { text, language: item.language },
    candidates.map((each) => ({ text: each.text, language: each.item.language })),
    MOST_SHOWN,
  )
  return alike.flatMap(({ at, words }) => {
    const other = candidates[at]?.item
    return other ? [{ item: other, words }] : []
  })
}

function groupOf(
  name: 'person' | 'service' | 'alike',
  cases: readonly Shown[],
  at: At,
): AsideGroup | null {
  if (cases.length === 0) return null
  const { t, slug } = at
  return {
    title: t(`suggestions.earlier.${name}`),
    note: name === 'person' ? t('suggestions.earlier.person_note') : null,
    lines: cases.map(({ item, words = [] }) => ({
      text: item.caseNumber,
      href: staffCaseUrl(slug, item.caseNumber),
      detail: [
        detailOf(item, at),
        ...(words.length > 0 ? [t('suggestions.earlier.share', { words: words.join(', ') })] : []),
      ].join(' '),
    })),
  }
}

function detailOf(item: Case, { book, t, lang }: At): string {
  const { timeZone } = book.administration
  const rule = item.outcome === null ? undefined : findOutcome(book.regime, item.kind, item.outcome)
  const outcome = inLanguage(rule?.label, lang)
  return t(`suggestions.earlier.${outcome ? 'line_outcome' : 'line'}`, {
    summary: item.summary,
    day: formatDate(localDate(item.registeredAt, timeZone), lang),
    state: t(`cases.staff_state.${item.state}`),
    outcome: outcome ?? '',
  })
}

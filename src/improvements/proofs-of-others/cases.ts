import { Readable } from 'node:stream'
import { getBookRulesById } from '../../administrations/index.ts'
import { countFollowed, listFollowed, type FollowedQuestion } from '../../cases/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import type { T } from '../../platform/i18n/index.ts'
import { inLanguage, type RegimeFile } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import type { TellProofs } from '../proof.ts'
import { daysOf, lastDayOf, noonOf } from './year-of.ts'

/** Cases of the year with what became of them, without a word of what they say (NC-09). */
export function tellCases(system: System): TellProofs {
  return async (db, { administrationId, centreId, slug, year, today, t, lang }) => {
    const book = await getBookRulesById(system, administrationId, noonOf(today))
    const { timeZone } = book.administration
    const question = { administrationId, centreId, ...daysOf(year), timeZone }
    const { received, answered, overdue } = await countFollowed(db, question)
    if (received === 0) return []
    const title = t('improvements-proofs.cases', { count: received, answered })
    const wording = { t, lang, regime: book.regime }
    return [
      {
        key: 'cases.followed',
        title,
        on: null,
        href: `/personal/${slug}/casos`,
        state: answered > 0 && overdue === 0 ? 'proved' : 'begun',
        lacks: [
          ...(answered === 0 ? [t('improvements-proofs.none_answered')] : []),
          ...(overdue > 0 ? [t('improvements-proofs.overdue', { count: overdue })] : []),
        ],
        papers: [
          {
            fileName: `casos-${year}.csv`,
            title,
            on: lastDayOf(year, today),
            review: 'none',
            open: (leaving) =>
              Promise.resolve(Readable.from(linesOf(leaving.db, question, wording))),
          },
        ],
      },
    ]
  }
}

const PORTION = 500
const COLUMNS = ['number', 'kind', 'state', 'registered', 'due', 'answered', 'closed'] as const

async function* linesOf(
  db: Db,
  question: FollowedQuestion,
  { t, lang, regime }: { t: T; lang: string; regime: RegimeFile },
): AsyncGenerator<string> {
  const day = (at: Date | null) => (at === null ? '' : localDate(at, question.timeZone))
  const labels = new Map(regime.kinds.map(({ code, label }) => [code, inLanguage(label, lang)]))
  yield `\uFEFF${lineOf(COLUMNS.map((column) => t(`improvements-proofs.column.${column}`)))}`
  for (let after = ''; ;) {
    const cases = await listFollowed(db, question, { after, limit: PORTION })
    for (const one of cases) {
      const kind = labels.get(one.kind) ?? one.kind
      const state = t(`cases.state.${one.state}`)
      const days = [day(one.registeredAt), one.dueOn ?? '', day(one.answeredAt), day(one.closedAt)]
      yield lineOf([one.caseNumber, kind, state, ...days])
    }
    after = cases.at(-1)?.caseNumber ?? ''
    if (cases.length < PORTION) return
  }
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
}

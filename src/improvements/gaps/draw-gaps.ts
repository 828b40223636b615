import { formatDate, formatShortDate, type T } from '../../platform/i18n/index.ts'
import { makePaper, type PaperWords } from '../../platform/pdf/index.ts'
import type { Gap, GapRow } from './gap.ts'
import { priorityOf } from './priority.ts'
import { sayLink, sayPriority } from './say-gaps.ts'

export interface GapPaperWords extends Pick<PaperWords, 'mask'> {
  t: T
  lang: string
  service: string
  place: string
  author: string
  names: ReadonlyMap<string, string>
}

const SHARES = [0.04, 0.14, 0.17, 0.17, 0.18, 0.13, 0.1, 0.07]
const COLUMNS = ['number', 'activity', 'problem', 'shown_by', 'action', 'priority', 'owner', 'due']

/** The analysis as the office files it: a sheet that lies, a row for every activity. */
export function drawGaps(gap: Gap, rows: readonly GapRow[], words: GapPaperWords): Promise<Buffer> {
  const { t, lang, service, place, author, names, ...leaving } = words
  const title = t('improvements-gaps.paper_title', { service })
  const version = t('improvements-gaps.version', { version: gap.version })
  const foot = `${title} · ${version}`
  return makePaper({ ...leaving, t, lang, title, author, foot, lying: true }, (paper) => {
    const head = [
      place,
      version,
      t('improvements-gaps.period_is', {
        from: formatDate(gap.periodFrom, lang),
        until: formatDate(gap.periodUntil, lang),
      }),
      t('improvements-gaps.review_is', { day: formatDate(gap.reviewOn, lang) }),
    ]
    paper.text(head.filter((each) => each !== '').join(' · '), { soft: true })
    paper.table(
      COLUMNS.map((column, index) => ({
        title: t(`improvements-gaps.column.${column}`),
        share: SHARES[index] ?? 0.1,
      })),
      rows.map((row) => [
        String(row.place),
        row.activity,
        row.problem || t('improvements-gaps.no_problem_because', { why: row.noProblem }),
        row.links.map((link) => sayLink(link, { t, lang })).join('\n'),
        row.action,
        row.problem === '' ? '' : sayPriority(priorityOf(row), { t }),
        row.ownerId === null ? '' : (names.get(row.ownerId) ?? ''),
        row.dueOn === null ? '' : formatShortDate(row.dueOn, lang),
      ]),
    )
  })
}

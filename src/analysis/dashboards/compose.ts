import type { BookRules } from '../../administrations/index.ts'
import type { Chart } from '../charts/index.ts'
import type { IndicatorId } from '../indicators/index.ts'
import { partsOf } from './chart-parts.ts'
import type { Speech } from './charts-of.ts'
import { named, saysHowHeard } from './heard.ts'
import {
  ACCESS_FIGURES,
  FURTHER_FIGURES,
  IMPROVEMENT_FIGURES,
  RETURNED_FIGURES,
  type KeyFigure,
} from './key-figures.ts'
import { keyRows, type KeyRow } from './key-rows.ts'
import { pick } from './pick.ts'
import { PLANS, type ChartName, type Plan, type RowsName } from './plans.ts'
import type { DashboardFigures } from './read-dashboard.ts'
import { isRunning, type DashboardQuery } from './view-query.ts'
import { saysWhatSitesLack } from './what-sites-lack.ts'
import { saysWhatToDecide, saysWhetherBetter } from './what-to-decide.ts'

export interface ComposedChart {
  id: string
  /** Whose definition stands one click away. */
  indicator: IndicatorId | null
  chart: Chart
}

/** A part of a dashboard: what is asked, and what answers it. */
export interface Block {
  id: string
  title: string
  sentences: string[]
  rows: KeyRow[]
  charts: ComposedChart[]
}

export interface Composing extends Speech {
  query: DashboardQuery
  today: string
  book: Pick<BookRules, 'names'>
  kindName: string
  kinds: readonly { code: string; label: string }[]
  /** Names of centres, units, services, motives, channels and so on. */
  nameOf: (member: string) => string
  centreName: string | null
}

const OF_NOW: readonly string[] = ['Q11', 'Q13']
const OF_TIMES: readonly string[] = ['Q04', 'Q08', 'Q09']
const OTHER_ROWS = {
  further: FURTHER_FIGURES,
  improving: IMPROVEMENT_FIGURES,
  access: ACCESS_FIGURES,
  returned: RETURNED_FIGURES,
} as const
/** By these a person speaks; by the others places would be held against each other by their volume. */
const SPOKEN: readonly string[] = ['motive', 'cause', 'channel', 'language']

export function composeDashboard(figures: DashboardFigures, composing: Composing): Block[] {
  const { query, t, today, centreName } = composing
  const compared = {
    now: figures.now,
    before: figures.before,
    kind: query.kind,
    running: isRunning(query.period, today),
    place: centreName,
  }
  const rows = keyRows(compared, composing)
  const parts = partsOf(figures, composing, rows)
  const blocks = PLANS[query.perspective].map(({ id, rows: which, charts, says }) => ({
    id,
    title: t(`dashboards.block.${id}`),
    sentences: sentencesOf(says, figures, rows, composing),
    rows: rowsFor(which, rows, (keys) =>
      keyRows(compared, composing, keys).filter(({ figure }) => figure !== null),
    ),
    charts: charts.filter((name) => isFor(name, query)).flatMap((name) => parts[name]() ?? []),
  }))
  return blocks.filter(
    ({ sentences, rows: told, charts }) => sentences.length + told.length + charts.length > 0,
  )
}

function sentencesOf(
  says: Plan['says'],
  figures: DashboardFigures,
  rows: readonly KeyRow[],
  { query, t, lang, book }: Composing,
): string[] {
  switch (says) {
    case undefined:
      return []
    case 'better':
      return [saysWhetherBetter(rows, t)]
    case 'decide':
      return saysWhatToDecide(rows, { t, lang })
    case 'heard': {
      const rate = pick(figures.now, { indicator: 'Q27', measure: 'share', kind: query.kind })
      return saysHowHeard(named(figures.heard, lang), rate, { t, lang })
    }
    case 'access':
      return saysWhatSitesLack(figures.sites, book, t)
    case 'returned':
      return [t(query.countsReturned ? 'dashboards.returned.counted' : 'dashboards.returned.ask')]
    case 'sealed':
      return [t('dashboards.sealed.why')]
  }
}

function isFor(name: ChartName, { perspective, breakdown }: DashboardQuery): boolean {
  if (name === 'spoken') return SPOKEN.includes(breakdown)
  return name !== 'members' || !SPOKEN.includes(breakdown) || perspective === 'all'
}

function rowsFor(
  which: RowsName,
  rows: readonly KeyRow[],
  told: (keys: readonly KeyFigure[]) => KeyRow[],
): KeyRow[] {
  switch (which) {
    case 'none':
      return []
    case 'all':
      return [...rows]
    case 'now':
      return rows.filter(({ indicator }) => OF_NOW.includes(indicator))
    case 'times':
      return rows.filter(({ indicator }) => OF_TIMES.includes(indicator))
    default:
      return told(OTHER_ROWS[which])
  }
}

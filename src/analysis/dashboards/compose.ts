import type { BookRules } from '../../administrations/index.ts'
import type { Chart } from '../charts/index.ts'
import type { IndicatorId } from '../indicators/index.ts'
import { standardsChart } from '../standards/index.ts'
import {
  backlogChart,
  inTimeByMember,
  monthsChart,
  receivedByMember,
  stepsChart,
  type Speech,
} from './charts-of.ts'
import { keyRows, type KeyRow } from './key-rows.ts'
import { FURTHER_FIGURES } from './key-figures.ts'
import { sayGap, sayVital, withNote } from './notes-of.ts'
import { driversChart, importanceChart, saysHowHeard, type Heard } from './heard.ts'
import { pick } from './pick.ts'
import { inLanguage } from '../../regimes/index.ts'
import { PLANS, type ChartName, type Plan } from './plans.ts'
import type { DashboardFigures } from './read-dashboard.ts'
import { stateTimesChart } from './state-times.ts'
import { saysWhatToDecide } from './what-to-decide.ts'
import { isRunning, type DashboardQuery } from './view-query.ts'

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
  /** Names of centres, units, services, motives, channels and so on. */
  nameOf: (member: string) => string
  centreName: string | null
}

type Parts = Readonly<Record<ChartName, () => ComposedChart | null>>

const OF_NOW: readonly string[] = ['Q11', 'Q13']
const OF_TIMES: readonly string[] = ['Q04', 'Q08', 'Q09']
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
    rows:
      which === 'further' ? keyRows(compared, composing, FURTHER_FIGURES) : rowsFor(which, rows),
    charts: charts.filter((name) => isFor(name, query)).flatMap((name) => parts[name]() ?? []),
  }))
  return blocks.filter(
    ({ sentences, rows: told, charts }) => sentences.length + told.length + charts.length > 0,
  )
}

function sentencesOf(
  says: Plan['says'],
  { now, heard }: DashboardFigures,
  rows: readonly KeyRow[],
  { query, t, lang }: Composing,
): string[] {
  if (says === 'decide') return saysWhatToDecide(rows, t)
  if (says === undefined) return []
  const rate = pick(now, { indicator: 'Q27', measure: 'share', kind: query.kind })
  return saysHowHeard(named(heard, lang), rate, { t, lang })
}

function named({ figures, groupTexts }: DashboardFigures['heard'], lang: string): Heard {
  const names = [...groupTexts].map(([code, text]) => [code, inLanguage(text, lang)] as const)
  return { figures, groupNames: new Map(names) }
}

function isFor(name: ChartName, { perspective, breakdown }: DashboardQuery): boolean {
  if (name === 'spoken') return SPOKEN.includes(breakdown)
  return name !== 'members' || !SPOKEN.includes(breakdown) || perspective === 'all'
}

function rowsFor(which: Plan['rows'], rows: readonly KeyRow[]): KeyRow[] {
  if (which === 'none') return []
  if (which === 'all') return [...rows]
  const wanted = which === 'now' ? OF_NOW : OF_TIMES
  return rows.filter(({ indicator }) => wanted.includes(indicator))
}

function partsOf(
  { now, months, standards, heard }: DashboardFigures,
  { query, t, lang, nameOf, today, book, kindName }: Composing,
  rows: readonly KeyRow[],
): Parts {
  const { kind, breakdown } = query
  const speech = { t, lang }
  const sentenceOf = (id: string) => rows.find((row) => row.id === id)?.sentence ?? ''
  const axis = t(`dashboards.breakdown.${breakdown}`)
  // a month that still runs would look like a fall
  const isOver = ({ month }: { month: string }) => month.slice(0, 7) < today.slice(0, 7)
  const byMonth = (
    which: { indicator: IndicatorId; measure: string; as: 'share' | 'cases' },
    title: string,
  ) =>
    monthsChart(
      which.as === 'cases' ? months.filter(isOver) : months,
      { ...which, kind },
      { title, name: t(`dashboards.figure.${which.indicator}_${which.measure}`) },
      speech,
    )
  return {
    in_time: () => ({
      id: 'in-time',
      indicator: 'Q04',
      chart: byMonth({ indicator: 'Q04', measure: 'share', as: 'share' }, sentenceOf('Q04-share')),
    }),
    received: () => ({
      id: 'received',
      indicator: 'Q01',
      chart: byMonth(
        { indicator: 'Q01', measure: 'count', as: 'cases' },
        t('dashboards.title.received'),
      ),
    }),
    backlog: () => ({ id: 'backlog', indicator: 'Q12', chart: backlogChart(now, kind, speech) }),
    steps: () => ({ id: 'steps', indicator: 'Q09', chart: stepsChart(now, kind, speech) }),
    states: () => ({
      id: 'states',
      indicator: 'Q09',
      chart: stateTimesChart(now, kind, speech),
    }),
    members: () => ({
      id: 'members',
      indicator: 'Q04',
      chart: withNote(
        inTimeByMember(now, kind, { nameOf, axis }, speech),
        sayGap(now, kind, speech),
      ),
    }),
    standards: () => {
      const chart = standardsChart(standards, { book, kind: kindName, t })
      return chart && { id: 'standards', indicator: null, chart }
    },
    drivers: () => ({
      id: 'drivers',
      indicator: 'Q25',
      chart: driversChart(named(heard, lang), speech),
    }),
    importance: () => ({
      id: 'importance',
      indicator: 'Q28',
      chart: importanceChart(named(heard, lang), speech),
    }),
    spoken: () => ({
      id: 'spoken',
      indicator: 'Q01',
      chart: withNote(
        receivedByMember(
          now,
          kind,
          { nameOf, axis, title: t(`dashboards.title.spoken_${breakdown}`) },
          speech,
        ),
        sayVital(now, kind, speech),
      ),
    }),
  }
}

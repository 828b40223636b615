import type { IndicatorId } from '../indicators/index.ts'
import { standardsChart } from '../standards/index.ts'
import {
  backlogChart,
  inTimeByMember,
  monthsChart,
  receivedByMember,
  stepsChart,
} from './charts-of.ts'
import type { ComposedChart, Composing } from './compose.ts'
import { driversChart, importanceChart, named } from './heard.ts'
import type { KeyRow } from './key-rows.ts'
import { channelsChart, kindsChart } from './mix-charts.ts'
import { sayGap, sayVital, withNote } from './notes-of.ts'
import type { ChartName } from './plans.ts'
import type { DashboardFigures } from './read-dashboard.ts'
import { stateTimesChart } from './state-times.ts'

type Parts = Readonly<Record<ChartName, () => ComposedChart | null>>

/** The charts that a plan may ask for, drawn only when it does. */
export function partsOf(
  { now, months, standards, heard }: DashboardFigures,
  { query, t, lang, nameOf, today, book, kindName, kinds }: Composing,
  rows: readonly KeyRow[],
): Parts {
  const { kind, breakdown } = query
  const speech = { t, lang }
  const sentenceOf = (id: string) => rows.find((row) => row.id === id)?.sentence ?? ''
  const isHeard = heard.figures.some(({ indicator }) => indicator === 'Q25') || null
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
    kinds: () => ({ id: 'kinds', indicator: 'Q21', chart: kindsChart(now, kinds, speech) }),
    drivers: () =>
      isHeard && {
        id: 'drivers',
        indicator: 'Q25',
        chart: driversChart(named(heard, lang), speech),
      },
    importance: () =>
      isHeard && {
        id: 'importance',
        indicator: 'Q28',
        chart: importanceChart(named(heard, lang), speech),
      },
    spoken: () =>
      breakdown === 'channel'
        ? { id: 'spoken', indicator: 'Q20', chart: channelsChart(now, kind, nameOf, speech) }
        : {
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
          },
  }
}

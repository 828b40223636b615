import { addDays, type PlainDate } from '../../../platform/dates.ts'
import type { T } from '../../../platform/i18n/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import { readFigures, readSeries, type Breakdown } from '../../indicators/index.ts'
import { readStandards, standardsChart } from '../../standards/index.ts'
import { isEmpty } from '../../charts/index.ts'
import type { Edition, ReportBlock, SectionKey } from '../report.ts'
import { pick, type Kind, type ThreePeriods } from './figure-blocks.ts'
import { kindsOf, question, type Reading } from './reading.ts'
import {
  countByMember,
  receivedByMonth,
  shareByMember,
  titleOfInTime,
  titleOfReceived,
} from './report-charts.ts'

/** What came in by month, what was answered in time by office, and what the busiest kind was about. */
export async function readCharts(
  reading: Reading,
  edition: Edition,
  { now, before }: ThreePeriods,
): Promise<Map<SectionKey, ReportBlock[]>> {
  const { system, speech } = reading
  const { t } = speech
  const kinds = kindsOf(reading)
  const busiest = busiestKind(now, kinds)
  if (!busiest) return new Map()
  const asked = question(reading, edition, reading.period)
  const series = await readSeries(
    system.db,
    { ...asked, period: aYearUntil(lastDayOf(reading)) },
    'Q01',
  )
  const broken = (breakdown: Breakdown, indicator: 'Q01' | 'Q04') =>
    readFigures(system.db, {
      ...asked,
      kinds: [busiest.code],
      breakdown,
      indicators: [indicator],
    })
  const centres = (await broken('centre', 'Q04')).filter(({ measure }) => measure === 'share')
  const motives = (await broken('motive', 'Q01')).filter(({ measure }) => measure === 'count')
  const of = (indicator: 'Q01' | 'Q04', measure: string) =>
    [now, before].map((figures) => pick(figures, { indicator, measure }, busiest.code))
  const [received, receivedBefore] = of('Q01', 'count')
  const [inTime, inTimeBefore] = of('Q04', 'share')
  const kind = busiest.label
  const promised = await promisedChart(reading, edition, busiest)
  return new Map<SectionKey, ReportBlock[]>([
    [
      'received',
      chart(
        receivedByMonth(series, kinds, {
          title: said(titleOfReceived(received, receivedBefore, t), kind, t),
          speech,
        }),
      ),
    ],
    [
      'times',
      [
        ...chart(
          shareByMember(centres, reading.book.names, {
            title: said(titleOfInTime(inTime, inTimeBefore, t), kind, t),
            axis: t('analysis-reports.axis.centre'),
            speech,
          }),
        ),
        ...(promised === null ? [] : chart(promised)),
      ],
    ],
    [
      'voices',
      chart(
        countByMember(motives, motiveNames(reading), {
          title: t('analysis-reports.chart.motives', { kind }),
          axis: t('analysis-reports.axis.motive'),
          speech,
        }),
      ),
    ],
  ])
}

/** What was promised of the services beside what was kept. */
async function promisedChart(
  { system, book, period, speech, today }: Reading,
  audience: Edition,
  { code, label }: Kind,
) {
  const asked = { book, period, centreId: null, kind: code, audience, asOf: today }
  const standards = await readStandards(system.db, asked)
  return standardsChart(standards, { book, kind: label, t: speech.t })
}

/** None where there is not a single value to draw: the tables have said why. */
function chart(drawn: Extract<ReportBlock, { type: 'chart' }>['chart']): ReportBlock[] {
  return isEmpty(drawn) ? [] : [{ type: 'chart', chart: drawn }]
}

/** A sentence about one kind says which. */
function said(sentence: string, kind: string, t: T): string {
  return t('analysis-reports.chart.of_kind', { kind, sentence })
}

function busiestKind(figures: ThreePeriods['now'], kinds: readonly Kind[]): Kind | undefined {
  const count = ({ code }: Kind) =>
    pick(figures, { indicator: 'Q01', measure: 'count' }, code)?.value ?? 0
  return kinds.filter((kind) => count(kind) > 0).toSorted((a, b) => count(b) - count(a))[0]
}

function lastDayOf({ period, today }: Reading): PlainDate {
  return today < period.until ? today : period.until
}

const MONTHS_SHOWN = 13

function aYearUntil(last: PlainDate) {
  let first = `${last.slice(0, 7)}-01`
  for (let month = 1; month < MONTHS_SHOWN; month += 1) {
    first = `${addDays(first, -1).slice(0, 7)}-01`
  }
  return { from: first, until: last }
}

function motiveNames({ book, speech }: Reading): ReadonlyMap<string, string> {
  return new Map(
    book.regime.motives.map(({ code, label }) => [code, inLanguage(label, speech.lang)]),
  )
}

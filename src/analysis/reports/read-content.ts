import type { BookRules } from '../../administrations/index.ts'
import { addDays, localDate, type PlainDate } from '../../platform/dates.ts'
import { translator, type T } from '../../platform/i18n/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import {
  readFigures,
  readSeries,
  type Breakdown,
  type FigureQuestion,
} from '../indicators/index.ts'
import { CHOSEN_INDICATORS } from './content/chosen-figures.ts'
import { figureBlocks, pick, type Kind, type ThreePeriods } from './content/figure-blocks.ts'
import {
  countByMember,
  receivedByMonth,
  shareByMember,
  titleOfInTime,
  titleOfReceived,
} from './content/report-charts.ts'
import { actionBlocks } from './content/read-actions.ts'
import { voiceBlocks } from './content/read-voices.ts'
import { suggestTexts } from './content/suggest-texts.ts'
import {
  SECTIONS,
  type Edition,
  type ReportBlock,
  type ReportBlocks,
  type ReportContent,
  type SectionKey,
} from './report.ts'
import { periodBefore, yearBefore, type ReportingPeriod } from './reporting-period.ts'

type Ground = Pick<System, 'db'>

/** Everything that a draft begins with: both editions, and texts that only say what the figures say. */
export async function readContent(
  system: Ground,
  book: BookRules,
  period: ReportingPeriod,
  now: Date,
): Promise<ReportContent> {
  const { administration } = book
  const lang = administration.languages[0] ?? 'es'
  const t = translator(lang)
  const reading: Reading = {
    system,
    book,
    period,
    speech: { t, lang },
    today: localDate(now, administration.timeZone),
  }
  const inside = await readEdition(reading, 'inside')
  const everybody = await readEdition(reading, 'public')
  return {
    lang,
    administration: administration.name,
    period: period.code,
    countedAt: now.toISOString(),
    texts: suggestTexts(inside.periods, kindsOf(reading), reading.speech),
    blocks: { inside: inside.blocks, public: everybody.blocks },
    changes: [],
  }
}

interface Reading {
  system: Ground
  book: BookRules
  period: ReportingPeriod
  speech: { t: T; lang: string }
  today: PlainDate
}

async function readEdition(
  reading: Reading,
  edition: Edition,
): Promise<{ blocks: ReportBlocks; periods: ThreePeriods }> {
  const { period } = reading
  const figuresOf = (asked: ReportingPeriod) =>
    readFigures(reading.system.db, {
      ...question(reading, edition, asked),
      indicators: CHOSEN_INDICATORS,
    })
  const periods: ThreePeriods = {
    now: await figuresOf(period),
    before: await figuresOf(periodBefore(period)),
    yearBefore: await figuresOf(yearBefore(period)),
  }
  const kinds = kindsOf(reading)
  const tables = figureBlocks(periods, kinds, reading.speech)
  const charts = await readCharts(reading, edition, periods)
  const { administrationId } = reading.book.administration
  const actions = await actionBlocks(reading.system.db, administrationId, period, reading.speech.t)
  const asked = { period, edition, t: reading.speech.t }
  const voices = await voiceBlocks(reading.system.db, administrationId, asked)
  const blocks = Object.fromEntries(
    SECTIONS.map((key) => [
      key,
      [
        ...(tables.get(key) ?? []),
        ...(charts.get(key) ?? []),
        ...(key === 'voices' ? voices : []),
        ...(key === 'actions' ? actions : []),
      ],
    ]),
  )
  return { blocks, periods }
}

function question(
  { book, today }: Reading,
  edition: Edition,
  { from, until }: ReportingPeriod,
): FigureQuestion {
  const { administrationId } = book.administration
  const asOf = today < until ? today : until
  return { administrationId, period: { from, until }, audience: edition, asOf }
}

function kindsOf({ book, speech }: Reading): Kind[] {
  return book.regime.kinds.map(({ code, label }) => ({
    code,
    label: inLanguage(label, speech.lang),
  }))
}

async function readCharts(
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
  const series = await readSeries(system.db, { ...asked, period: aYearUntil(asked.asOf) }, 'Q01')
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
  return new Map<SectionKey, ReportBlock[]>([
    [
      'received',
      [
        chart(
          receivedByMonth(series, kinds, {
            title: said(titleOfReceived(received, receivedBefore, t), kind, t),
            speech,
          }),
        ),
      ],
    ],
    [
      'times',
      [
        chart(
          shareByMember(centres, reading.book.names, {
            title: said(titleOfInTime(inTime, inTimeBefore, t), kind, t),
            axis: t('analysis-reports.axis.centre'),
            speech,
          }),
        ),
      ],
    ],
    [
      'voices',
      [
        chart(
          countByMember(motives, motiveNames(reading), {
            title: t('analysis-reports.chart.motives', { kind }),
            axis: t('analysis-reports.axis.motive'),
            speech,
          }),
        ),
      ],
    ],
  ])
}

const chart = (drawn: Extract<ReportBlock, { type: 'chart' }>['chart']): ReportBlock => ({
  type: 'chart',
  chart: drawn,
})

/** A sentence about one kind says which. */
function said(sentence: string, kind: string, t: T): string {
  return t('analysis-reports.chart.of_kind', { kind, sentence })
}

function busiestKind(figures: ThreePeriods['now'], kinds: readonly Kind[]): Kind | undefined {
  const count = ({ code }: Kind) =>
    pick(figures, { indicator: 'Q01', measure: 'count' }, code)?.value ?? 0
  return kinds.filter((kind) => count(kind) > 0).toSorted((a, b) => count(b) - count(a))[0]
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

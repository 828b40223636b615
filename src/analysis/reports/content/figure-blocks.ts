import type { T } from '../../../platform/i18n/index.ts'
import type { Figure } from '../../indicators/figure.ts'
import { SECTIONS, type ReportBlock, type ReportFigure, type SectionKey } from '../report.ts'
import { CHOSEN, type ChosenFigure } from './chosen-figures.ts'
import { sayFigure, sayInterval } from './say-figure.ts'

/** The same figures in the period, in the one before and in that of a year before. */
export interface ThreePeriods {
  now: readonly Figure[]
  before: readonly Figure[]
  yearBefore: readonly Figure[]
}

export interface Kind {
  code: string
  label: string
}

type Speech = { t: T; lang: string }

/** For each section a table a kind; a kind that nobody used in any of the periods is left out. */
export function figureBlocks(
  periods: ThreePeriods,
  kinds: readonly Kind[],
  speech: Speech,
): Map<SectionKey, ReportBlock[]> {
  const used = kinds.filter(({ code }) => isUsed(periods, code))
  return new Map(
    SECTIONS.flatMap((key) => {
      const chosen = CHOSEN[key]
      if (!chosen) return []
      const blocks = used.map((kind): FigureBlock => {
        const figures = chosen.flatMap((each) => line(each, kind, periods, speech) ?? [])
        return { type: 'figures', title: kind.label, figures }
      })
      const full = blocks.filter(({ figures }) => figures.length > 0)
      return [[key, foldEmpty(full, speech.t)] as const]
    }),
  )
}

type FigureBlock = Extract<ReportBlock, { type: 'figures' }>

/** A table in which every line says that there is nothing to show is one line for all such kinds. */
function foldEmpty(blocks: readonly FigureBlock[], t: T): ReportBlock[] {
  const isFull = ({ figures }: FigureBlock) => figures.some(({ value }) => value !== null)
  const isHidden = ({ figures }: FigureBlock) => figures.some(({ n }) => n === null)
  const empty = blocks.filter((block) => !isFull(block))
  const notes = (['few', 'none'] as const).flatMap((why): ReportBlock[] => {
    const kinds = empty.filter((block) => isHidden(block) === (why === 'few'))
    const names = kinds.map(({ title }) => title).join(', ')
    return names === ''
      ? []
      : [{ type: 'note', text: t(`analysis-reports.folded.${why}`, { kinds: names }) }]
  })
  return [...blocks.filter(isFull), ...notes]
}

function isUsed({ now, before, yearBefore }: ThreePeriods, kind: string): boolean {
  return [now, before, yearBefore].some((figures) =>
    figures.some(
      ({ indicator, kind: of, value, missing }) =>
        indicator === 'Q01' && of === kind && value !== 0 && missing !== 'gap',
    ),
  )
}

function line(
  chosen: ChosenFigure,
  kind: Kind,
  periods: ThreePeriods,
  speech: Speech,
): ReportFigure | null {
  const now = pick(periods.now, chosen, kind.code)
  if (!now || now.missing === 'not_kept') return null
  const before = pick(periods.before, chosen, kind.code)
  const yearBefore = pick(periods.yearBefore, chosen, kind.code)
  if ([now, before, yearBefore].every(saysNothing)) return null
  const { indicator, measure, saying } = chosen
  return {
    id: `${indicator}/${measure}/${kind.code}`,
    indicator,
    label: speech.t(`analysis-reports.line.${indicator}_${measure}`),
    value: now.value,
    shown: sayFigure(now, saying, speech),
    n: now.missing === 'hidden' ? null : now.n,
    interval: sayInterval(now, saying, speech),
    before: sayFigure(before, saying, speech),
    yearBefore: sayFigure(yearBefore, saying, speech),
  }
}

/** Neither a value nor one that is hidden: a line of such figures only takes room. */
function saysNothing(figure: Figure | undefined): boolean {
  return !figure || (figure.value === null && figure.missing !== 'hidden')
}

export function pick(
  figures: readonly Figure[],
  { indicator, measure }: Pick<ChosenFigure, 'indicator' | 'measure'>,
  kind: string,
): Figure | undefined {
  return figures.find(
    (figure) =>
      figure.indicator === indicator &&
      figure.measure === measure &&
      figure.kind === kind &&
      figure.member === null,
  )
}

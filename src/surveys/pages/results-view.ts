import { inLanguage } from '../../regimes/index.ts'
import type { Campaign } from '../campaign.ts'
import type { Instrument } from '../instrument.ts'
import type { CampaignResults } from '../read-results.ts'
import type { Cell } from '../results.ts'
import type { Room } from './room.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import type { Proportion } from '../../statistics/index.ts'

/** One line of a table of results, as it is read. */
export interface ShownCell {
  name: string
  n: string
  share: string
  interval: string
  mean: string
}

type Speech = Pick<Room, 'lang' | 't'>

export function resultsView(
  results: CampaignResults,
  { goalKind }: Pick<Campaign, 'goalKind'>,
  instrument: Instrument,
  { lang, t, book }: Pick<Room, 'lang' | 't' | 'book'>,
) {
  const speech = { lang, t }
  const percent = (share: number) => percentOf(share, lang)
  const nowhere = t('survey-staff.results.nowhere')
  const named = (cells: readonly Cell[], nameOf: (key: string) => string) =>
    cells.map((cell) => shownCell(cell, nameOf(cell.key), speech))
  const sorted = (cells: readonly Cell[], nameOf: (key: string) => string) =>
    named(cells, nameOf).toSorted((one, other) => one.name.localeCompare(other.name, lang))
  const placeName = (key: string) => (key === '' ? nowhere : (book.names.get(key) ?? nowhere))
  return {
    rate: results.rate === null ? null : percent(results.rate),
    base: results.base,
    goalReached:
      results.wanted === null
        ? null
        : { wanted: results.wanted, reached: results.responses >= results.wanted },
    goalKind,
    tables: [
      {
        title: t('survey-staff.results.drivers'),
        cells: [
          ...named(results.overall ? [results.overall] : [], () =>
            inLanguage(instrument.overall.text, lang),
          ),
          ...named(results.drivers, (key) => {
            const driver = instrument.drivers.find(({ code }) => code === key)
            return driver ? inLanguage(driver.text, lang) : key
          }),
        ],
      },
      { title: t('survey-staff.results.by_centre'), cells: sorted(results.byCentre, placeName) },
      { title: t('survey-staff.results.by_service'), cells: sorted(results.byService, placeName) },
      {
        title: t('survey-staff.results.by_channel'),
        cells: sorted(results.byChannel, (key) => t(`survey-staff.channel.${key}`)),
      },
      ...results.bySegment.map(({ code, cells }) => segmentTable(code, cells, instrument, speech)),
    ].filter(({ cells }) => cells.length > 0),
    resolved:
      results.resolved &&
      results.resolved.map(({ resolved, share }) => ({
        name: t(`surveys.resolved.${resolved}`),
        ...shareWords(share, speech),
      })),
  }
}

function segmentTable(
  code: string,
  cells: readonly Cell[],
  instrument: Instrument,
  speech: Speech,
) {
  const segment = instrument.segments.find((each) => each.code === code)
  return {
    title: segment ? inLanguage(segment.text, speech.lang) : code,
    cells: cells.map((cell) => {
      const option = segment?.options.find((each) => `${code}/${each.code}` === cell.key)
      return shownCell(cell, option ? inLanguage(option.text, speech.lang) : cell.key, speech)
    }),
  }
}

function shownCell({ hidden, satisfied, mean }: Cell, name: string, speech: Speech): ShownCell {
  if (hidden) {
    return { name, n: speech.t('survey-staff.results.few'), share: '–', interval: '–', mean: '–' }
  }
  return {
    name,
    ...shareWords(satisfied, speech),
    mean: mean === null ? '–' : formatNumber(mean, speech.lang, 1),
  }
}

function shareWords(proportion: Proportion | null, { lang, t }: Speech) {
  if (!proportion) return { n: '0', share: '–', interval: '–' }
  const { n, share, low, high } = proportion
  const between = { low: percentOf(low, lang), high: percentOf(high, lang) }
  return {
    n: formatNumber(n, lang),
    share: percentOf(share, lang),
    interval: t('survey-staff.results.between', between),
  }
}

function percentOf(share: number, lang: string): string {
  return `${formatNumber(share * 100, lang, 1)} %`
}

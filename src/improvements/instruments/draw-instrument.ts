import { formatDate, type T } from '../../platform/i18n/index.ts'
import { makePaper } from '../../platform/pdf/index.ts'
import { sayCell, sortRows } from './cells.ts'
import type { Instrument, Row } from './instrument.ts'
import { annexOf, sheetOf } from './kinds.ts'
import { sayScores } from './say-scores.ts'

/** The share of the numbers of the rows. */
const NUMBER = 0.04

export interface InstrumentPaperWords {
  t: T
  lang: string
  author: string
  /** The centre and the service. */
  place: string
  /** The post of whoever signs: a paper that leaves the house names nobody. */
  signer: string | null
}

/** The instrument as the office files it: a sheet that lies, with the columns of its annex. */
export function drawInstrument(
  instrument: Instrument,
  rows: readonly Row[],
  { t, lang, author, place, signer }: InstrumentPaperWords,
): Promise<Buffer> {
  const { kind, year, version, begunOn, signedOn } = instrument
  const say = (key: string, values = {}) => t(`improvements-instruments.${key}`, values)
  const title = say('paper_title', { annex: annexOf(kind), name: say(`official.${kind}`) })
  const said = say('version', { version })
  const foot = `${title} · ${place} · ${year} · ${said}`
  const sorted = sortRows(kind, rows)
  const { columns } = sheetOf(kind)
  return makePaper({ t, lang, title, author, foot, lying: true }, (paper) => {
    const dated =
      signedOn === null
        ? say('paper_draft', { day: formatDate(begunOn, lang) })
        : say('paper_signed', { who: signer ?? '', day: formatDate(signedOn, lang) })
    paper.text([place, String(year), said, dated].join(' · '), { soft: true })
    if (rows.length === 0) return paper.text(say('no_rows'))
    paper.table(
      [
        { title: say('number'), share: NUMBER },
        ...columns.map(({ code, share }) => ({
          title: say(`column.${kind}.${code}`),
          share: share * (1 - NUMBER),
        })),
      ],
      sorted.map(({ cells }, index) => [
        String(index + 1),
        ...columns.map((column) => sayCell(kind, column, cells, { t, lang })),
      ]),
    )
    const scores = sayScores(kind, rows, { t, lang })
    if (scores.length > 0) {
      paper.heading('H2', say('scores'))
      paper.list(scores.map(({ component, score }) => ({ title: component, text: score })))
    }
    const sources = sorted.flatMap(({ source }, index) =>
      source ? [say('paper_source', { row: index + 1, said: source.said })] : [],
    )
    if (sources.length === 0) return
    paper.heading('H2', say('paper_sources'), 60)
    paper.text(sources.join('\n'), { soft: true, size: 9 })
  })
}

import { formatDate, formatNumber, translator } from '../../platform/i18n/index.ts'
import { components, renderView } from '../../platform/web/index.ts'
import { localDate } from '../../platform/dates.ts'
import type { Signature } from './actions/sign-report.ts'
import { bodyView } from './body-view.ts'
import { drawOnePage, drawReport, type PaperWords } from './paper/draw-report.ts'
import type { Edition, Report, ReportContent } from './report.ts'
import type { ReportFile } from './report-file-store.ts'
import { readPeriod, sayPeriod } from './reporting-period.ts'
import { writeReportData } from './workbook.ts'

/** What of a signed report may be read by whom; the same names in every report. */
export const FILE_NAMES = {
  inside: { whole: 'informe-interno.pdf', data: 'datos-internos.xlsx', page: 'interno.html' },
  public: { whole: 'informe.pdf', data: 'datos.xlsx', page: 'informe.html' },
  citizens: 'una-pagina.pdf',
  staff: 'una-pagina-personal.pdf',
} as const

const PDF = 'application/pdf'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface Signing extends Signature {
  signedBy: string
}

/** Every file of a report; as it is signed they are drawn once and kept, without a signature they say so. */
export async function drawFiles(
  { content, version }: Pick<Report, 'content' | 'version'>,
  { timeZone, signing }: { timeZone: string; signing: Signing | null },
): Promise<ReportFile[]> {
  const words = paperWords(content, { version, timeZone, signing })
  const page = { ...words, title: words.t('analysis-reports.one_page', { title: words.title }) }
  const whole = await Promise.all(
    (['inside', 'public'] as const).map((edition) => filesOf(content, edition, words)),
  )
  return [
    ...whole.flat(),
    {
      name: FILE_NAMES.citizens,
      edition: 'public',
      mediaType: PDF,
      bytes: await drawOnePage(content, 'citizens', page),
    },
    {
      name: FILE_NAMES.staff,
      edition: 'inside',
      mediaType: PDF,
      bytes: await drawOnePage(content, 'staff', page),
    },
  ]
}

async function filesOf(
  content: ReportContent,
  edition: Edition,
  words: PaperWords,
): Promise<ReportFile[]> {
  const names = FILE_NAMES[edition]
  const html = Buffer.from(writePage(content, edition))
  return [
    {
      name: names.whole,
      edition,
      mediaType: PDF,
      bytes: await drawReport(content, edition, words),
    },
    {
      name: names.data,
      edition,
      mediaType: XLSX,
      bytes: await writeReportData(content, edition, words.t),
    },
    { name: names.page, edition, mediaType: 'text/html', bytes: html },
  ]
}

/** The body of its page: headings, texts, drawings and tables, to be shown within any layout. */
function writePage(content: ReportContent, edition: Edition): string {
  const t = translator(content.lang)
  const view = bodyView(content, edition, { t, lang: content.lang })
  return renderView('analysis/reports/body', {
    ...view,
    t,
    lang: content.lang,
    component: components(content.lang, t),
    formatNumber: (value: number) => formatNumber(value, content.lang),
  })
}

interface Papers {
  version: number
  timeZone: string
  signing: Signing | null
}

function paperWords(content: ReportContent, { version, timeZone, signing }: Papers): PaperWords {
  const { lang, administration, countedAt } = content
  const t = translator(lang)
  const period = readPeriod(content.period)
  const dayOf = (at: Date) => formatDate(localDate(at, timeZone), lang)
  const numbered = signing
    ? t('analysis-reports.numbered', { number: signing.number, year: signing.year, version })
    : t('analysis-reports.paper.draft')
  const days = period && {
    from: formatDate(period.from, lang),
    until: formatDate(period.until, lang),
  }
  return {
    t,
    lang,
    title: t('analysis-reports.title_of', {
      period: period ? sayPeriod(period, t) : content.period,
    }),
    foot: `${administration} · ${numbered}`,
    cover: [
      numbered,
      ...(days ? [t('analysis-reports.paper.days', days)] : []),
      t('analysis-reports.paper.counted', { day: dayOf(new Date(countedAt)) }),
      ...(signing
        ? [
            t('analysis-reports.paper.signed', {
              name: signing.signedBy,
              day: dayOf(signing.at),
            }),
          ]
        : []),
    ],
  }
}

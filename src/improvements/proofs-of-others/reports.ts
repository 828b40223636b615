import { Readable } from 'node:stream'
import {
  getReport,
  listReportFiles,
  listReports,
  readPeriod,
  sayPeriod,
} from '../../analysis/index.ts'
import { getAdministration } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import type { Paper, Proof, ProofQuestion } from '../proof.ts'

/** Signed reports of the year: what was collected, in numbers and in words (NC-06, NC-07). */
export async function tellReports(db: Db, question: ProofQuestion): Promise<Proof[]> {
  const { administrationId, year, slug, t } = question
  const lines = await listReports(db, administrationId)
  const signed = lines.filter(
    ({ period, state }) => state === 'signed' && period.startsWith(String(year)),
  )
  const { timeZone } = await getAdministration(db, administrationId)
  const proofs: Proof[] = []
  for (const line of signed) {
    const { content } = await getReport(db, administrationId, line.reportId)
    const period = readPeriod(line.period)
    const on = line.signedAt && localDate(line.signedAt, timeZone)
    const proof = {
      title: t('improvements-proofs.report', {
        period: period ? sayPeriod(period, t) : line.period,
      }),
      on,
      href: `/personal/${slug}/informes/${line.reportId}`,
      papers: [
        publicPaper({ ...line, on }, t('improvements-proofs.report', { period: line.period })),
      ],
    }
    const saysVoices = content.texts.voices.trim() !== '' || content.blocks.inside.voices?.length
    proofs.push(
      { ...proof, key: 'analysis.report', state: 'proved', lacks: [] },
      { ...proof, key: 'analysis.quantitative', state: 'proved', lacks: [], papers: [] },
      {
        ...proof,
        key: 'analysis.qualitative',
        papers: [],
        state: saysVoices ? 'proved' : 'begun',
        lacks: saysVoices ? [] : [t('improvements-proofs.no_voices')],
      },
    )
  }
  return proofs
}

interface ReportOfYear {
  administrationId: string
  reportId: string
  period: string
  version: number
  on: PlainDate | null
}

/** The edition for everybody: its small cells are hidden and its quotes may leave. */
function publicPaper(line: ReportOfYear, title: string): Paper {
  return {
    fileName: `informe-${line.period}-v${line.version}.pdf`,
    title,
    on: line.on,
    review: 'none',
    open: async ({ db }) => {
      const files = await listReportFiles(db, line)
      const whole = files.find(({ name, edition }) => edition === 'public' && name.endsWith('.pdf'))
      if (!whole) throw new NotFound()
      return Readable.from([whole.bytes])
    },
  }
}

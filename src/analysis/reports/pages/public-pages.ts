import type { Request } from 'express'
import { getBookRules, wearTheme, type BookRules } from '../../../administrations/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { FILE_NAMES } from '../report-files.ts'
import { getFile, listSeals } from '../report-file-store.ts'
import { listReports, type ReportLine } from '../report-store.ts'
import { readPeriod, sayPeriod } from '../reporting-period.ts'
import { reportUrls } from './urls.ts'

/** The reports that an administration opened to everybody, the newest first. */
export function showPublicReports(system: System): Page {
  return async (request, response) => {
    const { book, published } = await enter(system, request)
    wearTheme(response, book.administration)
    const { t } = response.locals
    const { name, slug, timeZone } = book.administration
    const urls = reportUrls(slug)
    const model = {
      title: t('analysis-reports.public.title'),
      backUrl: `/${slug}`,
      name,
      timeZone,
      reports: published.map((report) => ({
        ...report,
        said: said(report, t),
        url: urls.publicReport(report.period, report.version),
      })),
    }
    render(response, 'analysis/reports/public-list', model)
  }
}

/** The address of a period leads to its newest version. */
export function leadToNewest(system: System): Page {
  return async (request, response) => {
    const { book, published } = await enter(system, request)
    const newest = published.find(({ period }) => period === request.params['period'])
    if (!newest) throw new NotFound()
    const urls = reportUrls(book.administration.slug)
    response.redirect(302, urls.publicReport(newest.period, newest.version))
  }
}

export function showPublicReport(system: System): Page {
  return async (request, response) => {
    const { book, published } = await enter(system, request)
    const report = asked(request, published)
    wearTheme(response, book.administration)
    const { t } = response.locals
    const urls = reportUrls(book.administration.slug)
    const { period, version } = report
    const newest = published.find((each) => each.period === period)
    const wanted = { name: FILE_NAMES.public.page, editions: ['public'] as const }
    const body = await getFile(system.db, report, wanted)
    const seals = await listSeals(system.db, report)
    const model = {
      title: t('analysis-reports.title_of', { period: said(report, t) }),
      backUrl: urls.publicList,
      name: book.administration.name,
      timeZone: book.administration.timeZone,
      report,
      frozen: body.bytes.toString('utf8'),
      hash: report.hash?.toString('hex') ?? '',
      newerUrl:
        newest && newest.version > version ? urls.publicReport(period, newest.version) : null,
      files: seals
        .filter(({ edition, name }) => edition === 'public' && name !== wanted.name)
        .map((seal) => ({ ...seal, url: urls.publicFile(period, version, seal.name) })),
    }
    render(response, 'analysis/reports/public', model)
  }
}

export function servePublicFile(system: System): Page {
  return async (request, response) => {
    const { published } = await enter(system, request)
    const report = asked(request, published)
    const name = String(request.params['file'])
    const file = await getFile(system.db, report, { name, editions: ['public'] })
    response.attachment(file.name).type(file.mediaType)
    response.set('Cache-Control', 'public, max-age=3600').send(file.bytes)
  }
}

async function enter(
  system: System,
  request: Request,
): Promise<{ book: BookRules; published: ReportLine[] }> {
  const book = await getBookRules(system, String(request.params['slug']), system.clock())
  const reports = await listReports(system.db, book.administration.administrationId)
  return { book, published: reports.filter(({ publishedAt }) => publishedAt !== null) }
}

function asked(request: Request, published: readonly ReportLine[]): ReportLine {
  const report = published.find(
    ({ period, version }) =>
      period === request.params['period'] && String(version) === request.params['version'],
  )
  if (!report) throw new NotFound()
  return report
}

function said({ period }: ReportLine, t: Parameters<typeof sayPeriod>[1]): string {
  const read = readPeriod(period)
  return read ? sayPeriod(read, t) : period
}

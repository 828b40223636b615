import { ExpectedError, Invalid, WrongState } from '../platform/errors.ts'
import type { T } from '../platform/i18n/index.ts'
import type { ImportResult, RowProblem } from './import-request.ts'
import { UnreadableFile } from './reading/open-bytes.ts'

/** What an import did or would do, line by line, in the reader's language. */
export function sayReport(
  { report, batchNumber, resumedAfter }: ImportResult,
  { dryRun, t }: { dryRun: boolean; t: T },
): string[] {
  const { file, refusals, flags } = report
  const counted = (codes: Readonly<Record<string, number | undefined>>, of: string) =>
    Object.entries(codes).map(([code, count]) => `  ${t(`imports.${of}.${code}`)}: ${count ?? 0}`)
  const line = (key: string, values: Record<string, string | number>) =>
    t(`imports.say.${key}`, values)
  return [
    line(dryRun ? 'tried' : 'done', {}),
    t('imports.say.file', { format: file.format, bytes: file.bytes, row: file.headerRow }),
    ...(file.encoding ? [t('imports.say.encoding', sayEncoding(file))] : []),
    ...(resumedAfter > 0 ? [line('resumed', { row: resumedAfter })] : []),
    line('rows', { rows: report.rows, blank: report.blankRows }),
    line(dryRun ? 'would_take' : 'taken', { taken: report.taken }),
    line('unchanged', { unchanged: report.unchanged }),
    line('changed', { changed: report.changed }),
    line('refused', { refused: report.refused }),
    ...counted(refusals, 'refusal'),
    ...counted(flags, 'flag'),
    ...(report.firstDay && report.lastDay
      ? [line('days', { from: report.firstDay, until: report.lastDay })]
      : []),
    ...(report.withDue > 0 ? [line('late', { late: report.late, due: report.withDue })] : []),
    ...report.unknownPlaces
      .slice(0, PLACES_SHOWN)
      .map(({ what, told, rows }) =>
        line('unknown_place', { what: t(`imports.part.${what}`), told, rows }),
      ),
    ...(report.unknownPlaces.length > PLACES_SHOWN
      ? [line('more_places', { more: report.unknownPlaces.length - PLACES_SHOWN })]
      : []),
    ...(batchNumber ? [line('batch', { number: batchNumber })] : []),
  ]
}

const PLACES_SHOWN = 10
const SEPARATOR_NAMES: Readonly<Record<string, string>> = { '\t': 'TAB' }

function sayEncoding({ encoding, separator }: ImportResult['report']['file']) {
  const sign = separator ?? ''
  return { encoding: encoding ?? '', separator: SEPARATOR_NAMES[sign] ?? sign }
}

export function sayProblem({ column, code, value }: RowProblem['problems'][number], t: T): string {
  const reason = t(`imports.refusal.${code}`)
  const where = column === '' ? reason : `${t('imports.list.column', { column })}: ${reason}`
  return value === '' ? where : `${where} (${value})`
}

/** Why a file or a mapping cannot be read at all; null: something that nobody expected. */
export function sayImportFailure(error: unknown, t: T): string[] | null {
  if (error instanceof UnreadableFile) return [t(`imports.unreadable.${error.code}`, error.values)]
  if (error instanceof Invalid) {
    return error.problems.map(({ code, field, values }) => {
      const known = ['no_column', 'not_ours', 'not_yaml', 'not_time_zone', 'not_date_format']
      const key = known.includes(code) ? code : 'other'
      return t(`imports.mapping_problem.${key}`, { problem: code, ...values, field })
    })
  }
  if (error instanceof WrongState) return [t('imports.unreadable.running')]
  return error instanceof ExpectedError ? [error.code] : null
}

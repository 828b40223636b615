import type { LookLine } from '../../audit/index.ts'
import { caseViewer, listSeenCases, staffCaseUrl } from '../../cases/index.ts'
import { accountNames, listGrantsOf, type StaffVisit } from '../../people/index.ts'
import { localDate } from '../../platform/dates.ts'
import { formatDateTime } from '../../platform/i18n/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { officeOf } from '../office-of.ts'

export interface LookRow {
  when: string
  who: string
  office: string
  what: string
  /** Of which case, request or file, as far as it may be told. */
  about: string | null
  href: string | null
}

const KNOWN = [
  'case',
  'attachment',
  'search',
  'export',
  'mail',
  'mail_list',
  'receipt',
  'similar_case',
  'legacy_case',
  'device_filing',
  'data_request',
  'person_file',
  'evidence_pack',
  'attention_register',
  'survey_comments',
  'corpus',
  'quotes',
  'look_log',
]

/** Each with the office in which that person worked on that day. */
export async function lookRows(
  db: Db,
  { book, staff, slug, lang, t, deed }: StaffVisit,
  looks: readonly LookLine[],
): Promise<LookRow[]> {
  const { administrationId } = deed
  const { timeZone, name } = book.administration
  const accountIds = [...new Set(looks.map(({ accountId }) => accountId))]
  const caseIds = [...new Set(looks.flatMap(({ caseId }) => caseId ?? []))]
  const names = await accountNames(db, accountIds)
  const grants = await listGrantsOf(db, accountIds)
  const numbers = await listSeenCases(db, caseViewer(staff, book), caseIds)
  return looks.map(({ at, accountId, what, caseId, details }) => {
    const day = localDate(at, timeZone)
    const number = caseId === null ? undefined : numbers.get(caseId)
    const hidden = caseId === null ? null : t('looks.another_case')
    return {
      when: formatDateTime(at, lang, timeZone),
      who: names.get(accountId) ?? t('looks.somebody'),
      office: officeOf(grants, { accountId, administrationId, day }, book.names) ?? name,
      what: t(`looks.what.${KNOWN.includes(what) ? what : 'other'}`),
      about: number ?? toldIn(details) ?? hidden,
      href: number === undefined ? null : staffCaseUrl(slug, number),
    }
  })
}

/** The number of an older case or of a request, which the page noted. */
function toldIn({ number, request }: LookLine['details']): string | null {
  return [request, number].find((told) => typeof told === 'string') ?? null
}

import { recordLook } from '../../../../audit/index.ts'
import { caseViewer, listCasesOpenTo, staffCaseUrl } from '../../../../cases/index.ts'
import { legacyCaseUrl, listLegacyCasesOpenTo } from '../../../../imports/index.ts'
import { openStaffVisit, type StaffVisit } from '../../../../people/index.ts'
import { localDate } from '../../../../platform/dates.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { formatNumber, formatShortDate } from '../../../../platform/i18n/index.ts'
import { isId } from '../../../../platform/ids.ts'
import { render, type Page } from '../../../../platform/web/index.ts'
import type { System } from '../../../../system.ts'
import { listCaseIds, listThemes } from '../theme-store.ts'
import { spanIn } from '../theme-span.ts'
import { saySpan } from '../say-span.ts'
import { themeUrls } from './urls.ts'

const MOST_SHOWN = 100

/** The cases of a theme, or of a text written over and over, that the reader may open. */
export function showTheme(system: System): Page {
  return async (request, response) => {
    const visit = await openStaffVisit(system, response)
    const { slug, staff, deed, book, t, lang } = visit
    const { administrationId } = deed
    const span = spanIn(request.params['span'])
    const of = partIn(request.params['theme'])
    if (span === null || of === null) throw new NotFound()
    const themes = await listThemes(system.db, administrationId, span)
    const theme = 'themeId' in of && themes.find(({ themeId }) => themeId === of.themeId)
    const caseIds = await listCaseIds(system.db, administrationId, span, of)
    if (caseIds.length === 0) throw new NotFound()
    const viewer = caseViewer(staff, book)
    const { cases, seen } = await listCasesOpenTo(system.db, viewer, caseIds, MOST_SHOWN)
    const { timeZone } = book.administration
    const older = await legacyCases(system, visit, caseIds, MOST_SHOWN - cases.length)
    render(
      response,
      'analysis/themes/theme',
      {
        title: theme ? theme.phrases.join(' · ') : t('themes.repeated_title'),
        month: saySpan(span, visit),
        back: themeUrls(slug).span(span),
        counted: t('themes.counted', {
          all: formatNumber(caseIds.length, lang),
          seen: formatNumber(seen + older.seen, lang),
          shown: formatNumber(cases.length + older.cases.length, lang),
        }),
        cases: [
          ...cases.map((item) => ({
            number: item.caseNumber,
            href: staffCaseUrl(slug, item.caseNumber),
            summary: item.summary,
            day: formatShortDate(localDate(item.registeredAt, timeZone), lang),
            state: t(`cases.staff_state.${item.state}`),
          })),
          ...older.cases,
        ],
      },
      { layout: 'staff' },
    )
  }
}

const SUMMARY = 160

/** Those of older books, for whoever reads them; that they were looked at is noted. */
async function legacyCases(
  { db }: System,
  { staff, deed, slug, t, lang }: StaffVisit,
  caseIds: readonly string[],
  limit: number,
) {
  const { administrationId } = deed
  const { cases, seen } = await listLegacyCasesOpenTo(db, staff, administrationId, caseIds, limit)
  if (seen > 0) await recordLook(db, { ...deed, what: 'legacy_case', details: { seen } })
  return {
    seen,
    cases: cases.map(({ number, text, receivedOn }) => ({
      number,
      href: legacyCaseUrl(slug, number),
      summary: text.length > SUMMARY ? `${text.slice(0, SUMMARY)}…` : text,
      day: formatShortDate(receivedOn, lang),
      state: t('themes.older'),
    })),
  }
}

function partIn(text: unknown): { themeId: string } | { repeated: number } | null {
  if (isId(text)) return { themeId: text }
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? { repeated: Number(text) } : null
}

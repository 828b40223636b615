import { caseViewer, listCasesOpenTo, staffCaseUrl } from '../../../../cases/index.ts'
import { openStaffVisit } from '../../../../people/index.ts'
import { localDate } from '../../../../platform/dates.ts'
import { NotFound } from '../../../../platform/errors.ts'
import { formatNumber, formatShortDate } from '../../../../platform/i18n/index.ts'
import { isId } from '../../../../platform/ids.ts'
import { render, type Page } from '../../../../platform/web/index.ts'
import type { System } from '../../../../system.ts'
import { listCaseIds, listThemes } from '../theme-store.ts'
import { sayMonth } from './say-month.ts'
import { monthIn, themeUrls } from './urls.ts'

const MOST_SHOWN = 100

/** The cases of a theme, or of a text written over and over, that the reader may open. */
export function showTheme(system: System): Page {
  return async (request, response) => {
    const visit = await openStaffVisit(system, response)
    const { slug, staff, deed, book, t, lang } = visit
    const { administrationId } = deed
    const month = monthIn(request.params['month'])
    const of = partIn(request.params['theme'])
    if (month === null || of === null) throw new NotFound()
    const themes = await listThemes(system.db, administrationId, month)
    const theme = 'themeId' in of && themes.find(({ themeId }) => themeId === of.themeId)
    const caseIds = await listCaseIds(system.db, administrationId, month, of)
    if (caseIds.length === 0) throw new NotFound()
    const viewer = caseViewer(staff, book)
    const { cases, seen } = await listCasesOpenTo(system.db, viewer, caseIds, MOST_SHOWN)
    const { timeZone } = book.administration
    render(
      response,
      'analysis/themes/theme',
      {
        title: theme ? theme.phrases.join(' · ') : t('themes.repeated_title'),
        month: sayMonth(month, lang),
        back: themeUrls(slug).month(month),
        counted: t('themes.counted', {
          all: formatNumber(caseIds.length, lang),
          seen: formatNumber(seen, lang),
          shown: formatNumber(cases.length, lang),
        }),
        cases: cases.map((item) => ({
          number: item.caseNumber,
          href: staffCaseUrl(slug, item.caseNumber),
          summary: item.summary,
          day: formatShortDate(localDate(item.registeredAt, timeZone), lang),
          state: t(`cases.staff_state.${item.state}`),
        })),
      },
      { layout: 'staff' },
    )
  }
}

function partIn(text: unknown): { themeId: string } | { repeated: number } | null {
  if (isId(text)) return { themeId: text }
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? { repeated: Number(text) } : null
}

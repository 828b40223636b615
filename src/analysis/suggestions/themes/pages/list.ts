import { openStaffVisit, type StaffVisit } from '../../../../people/index.ts'
import type { PlainDate } from '../../../../platform/dates.ts'
import { formatNumber } from '../../../../platform/i18n/index.ts'
import { render, type Page } from '../../../../platform/web/index.ts'
import type { System } from '../../../../system.ts'
import { monthAfter } from '../../../indicators/index.ts'
import { listStandings } from '../../model-store.ts'
import { standingRows } from '../../pages/standing-view.ts'
import {
  countRepeated,
  listMonths,
  listThemes,
  type MonthOfThemes,
  type StoredTheme,
} from '../theme-store.ts'
import { sayMonth } from './say-month.ts'
import { monthIn, themeUrls } from './urls.ts'

/** What people spoke of in a month, beside the month before; and what the machine learnt. */
export function showThemes(system: System): Page {
  return async (request, response) => {
    const visit = await openStaffVisit(system, response)
    const { slug, deed, t, lang } = visit
    const { administrationId } = deed
    const months = await listMonths(system.db, administrationId)
    const asked = monthIn(request.query['mes'])
    const shown = months.find(({ month }) => month === asked) ?? months[0]
    const urls = themeUrls(slug)
    const model = {
      title: t('themes.title'),
      months: months.slice(0, 24).map(({ month }) => ({
        text: sayMonth(month, lang),
        href: month === shown?.month ? null : urls.month(month),
      })),
      found: shown ? await foundIn(system, visit, shown) : null,
      standings: standingRows(await listStandings(system.db, administrationId), visit),
    }
    render(response, 'analysis/themes/list', model, { layout: 'staff' })
  }
}

async function foundIn({ db }: System, visit: StaffVisit, shown: MonthOfThemes) {
  const { slug, deed, t, lang } = visit
  const { administrationId } = deed
  const { month, texts, rest } = shown
  const themes = await listThemes(db, administrationId, month)
  const repeated = await countRepeated(db, administrationId, month)
  const urls = themeUrls(slug)
  const voices = shown.texts - repeated.reduce((sum, { said }) => sum + said - 1, 0)
  const amount = (value: number) => formatNumber(value, lang)
  return {
    caption: t('themes.caption', { month: sayMonth(month, lang) }),
    summary: t('themes.summary', {
      month: sayMonth(month, lang),
      texts: amount(texts),
      themes: amount(themes.length),
      rest: amount(rest),
    }),
    before: t('themes.before', { month: sayMonth(monthAfter(month, -1), lang) }),
    rows: themes.map((theme) => rowOf(theme, { month, voices }, visit)),
    repeated: repeated.map(({ repeated: number, said }) => ({
      text: t('themes.repeated', { count: amount(said) }),
      href: urls.theme(month, number),
    })),
  }
}

function rowOf(
  { themeId, phrases, said, before, trend, since }: StoredTheme,
  { month, voices }: { month: PlainDate; voices: number },
  { slug, t, lang }: StaffVisit,
) {
  const points = (value: number) =>
    `${value > 0 ? '+' : ''}${formatNumber(value, lang, 1).replace('-', '−')}`
  const { change, low, high } = trend
  return {
    name: phrases.join(' · '),
    href: themeUrls(slug).theme(month, themeId),
    said: formatNumber(said, lang),
    share: `${formatNumber((100 * said) / voices, lang, 1)} %`,
    before: formatNumber(before, lang),
    trend: t(`themes.trend.${trend.is}`),
    tone: trend.is,
    change:
      change === null || low === null || high === null
        ? null
        : t('themes.change', { change: points(change), low: points(low), high: points(high) }),
    since: since === month ? null : t('themes.since', { month: sayMonth(since, lang) }),
  }
}

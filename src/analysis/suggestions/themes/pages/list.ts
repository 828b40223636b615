import { openStaffVisit, type StaffVisit } from '../../../../people/index.ts'
import { formatNumber } from '../../../../platform/i18n/index.ts'
import { render, type Page } from '../../../../platform/web/index.ts'
import type { System } from '../../../../system.ts'
import { listStandings } from '../../model-store.ts'
import { standingRows } from '../../pages/standing-view.ts'
import {
  countRepeated,
  listSpans,
  listThemes,
  type SpanOfThemes,
  type StoredTheme,
} from '../theme-store.ts'
import { goneFrom } from '../gone-themes.ts'
import { codeOf, spanBefore, spanIn, type ThemeSpan } from '../theme-span.ts'
import { saySpan } from '../say-span.ts'
import { themeUrls } from './urls.ts'

const MOST_OFFERED = 24

/** What people spoke of in a month or a quarter, beside the one before; and what the machine learnt. */
export function showThemes(system: System): Page {
  return async (request, response) => {
    const visit = await openStaffVisit(system, response)
    const { slug, deed, t } = visit
    const { administrationId } = deed
    const spans = await listSpans(system.db, administrationId)
    const asked = spanIn(request.query['periodo'])
    const shown = spans.find((span) => asked && codeOf(span) === codeOf(asked)) ?? spans[0]
    const urls = themeUrls(slug)
    const offered = (months: ThemeSpan['months']) =>
      spans
        .filter((span) => span.months === months)
        .slice(0, MOST_OFFERED)
        .map((span) => ({
          text: saySpan(span, visit),
          href: span === shown ? null : urls.span(span),
        }))
    const model = {
      title: t('themes.title'),
      shelves: ([1, 3] as const)
        .map((months) => ({ title: t(`themes.spans_${months}`), spans: offered(months) }))
        .filter(({ spans: own }) => own.length > 0),
      found: shown ? await foundIn(system, visit, shown) : null,
      standings: standingRows(await listStandings(system.db, administrationId), visit),
    }
    render(response, 'analysis/themes/list', model, { layout: 'staff' })
  }
}

async function foundIn({ db }: System, visit: StaffVisit, shown: SpanOfThemes) {
  const { slug, deed, t, lang } = visit
  const { administrationId } = deed
  const { texts, rest } = shown
  const themes = await listThemes(db, administrationId, shown)
  const earlier = await listThemes(db, administrationId, spanBefore(shown))
  const repeated = await countRepeated(db, administrationId, shown)
  const urls = themeUrls(slug)
  const voices = shown.texts - repeated.reduce((sum, { said }) => sum + said - 1, 0)
  const amount = (value: number) => formatNumber(value, lang)
  const said = saySpan(shown, visit)
  return {
    caption: t('themes.caption', { month: said }),
    summary: t('themes.summary', {
      month: said,
      texts: amount(texts),
      themes: amount(themes.length),
      rest: amount(rest),
    }),
    before: t('themes.before', { month: saySpan(spanBefore(shown), visit) }),
    gone: goneFrom(shown, themes, earlier).map(({ themeId, phrases, said: cases }) => ({
      text: phrases.join(' · '),
      href: urls.theme(spanBefore(shown), themeId),
      said: t('themes.gone_said', { count: cases }),
    })),
    rows: themes.map((theme) => rowOf(theme, { span: shown, voices }, visit)),
    repeated: repeated.map(({ repeated: number, said }) => ({
      text: t('themes.repeated', { count: amount(said) }),
      href: urls.theme(shown, number),
    })),
  }
}

function rowOf(
  { themeId, phrases, said, before, trend, since }: StoredTheme,
  { span, voices }: { span: ThemeSpan; voices: number },
  visit: StaffVisit,
) {
  const { slug, t, lang } = visit
  const first: ThemeSpan = { month: since, months: span.months }
  const points = (value: number) =>
    `${value > 0 ? '+' : ''}${formatNumber(value, lang, 1).replace('-', '−')}`
  const { change, low, high } = trend
  return {
    name: phrases.join(' · '),
    href: themeUrls(slug).theme(span, themeId),
    said: formatNumber(said, lang),
    share: `${formatNumber((100 * said) / voices, lang, 1)} %`,
    before: formatNumber(before, lang),
    trend: t(`themes.trend.${trend.is}`),
    tone: trend.is,
    change:
      change === null || low === null || high === null
        ? null
        : t('themes.change', { change: points(change), low: points(low), high: points(high) }),
    since: since === span.month ? null : t('themes.since', { month: saySpan(first, visit) }),
  }
}

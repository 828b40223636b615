import { formatNumber } from '../../../platform/i18n/index.ts'
import { listThemesWithin, type ThemesWithin } from '../../suggestions/index.ts'
import type { Edition, ReportBlock } from '../report.ts'
import type { Reading } from './reading.ts'

const MOST_SHOWN = 10

/** What the machine found in the period's texts. Nobody has read them for names: it stays inside. */
export async function themeBlocks(reading: Reading, edition: Edition): Promise<ReportBlock[]> {
  if (edition === 'public') return []
  const { system, book, period, speech } = reading
  const { administrationId } = book.administration
  const within = await listThemesWithin(system.db, administrationId, period)
  return within.filter(({ themes }) => themes.length > 0).map((span) => tableOf(span, speech))
}

function tableOf(
  { span, themes, voices, gone }: ThemesWithin,
  { t, lang }: Reading['speech'],
): ReportBlock {
  const column = (name: string) => t(`themes.column.${name}`)
  const words = gone.map(({ phrases }) => phrases.join(' · ')).join('; ')
  return {
    type: 'table',
    title: t('themes.caption', { month: span(t, lang) }),
    head: [column('name'), column('said'), column('share'), column('trend')],
    rows: themes
      .slice(0, MOST_SHOWN)
      .map(({ phrases, said, trend }) => [
        phrases.join(' · '),
        formatNumber(said, lang),
        `${formatNumber((100 * said) / voices, lang, 1)} %`,
        t(`themes.trend.${trend.is}`),
      ]),
    note:
      gone.length === 0
        ? t('analysis-reports.themes_note')
        : `${t('analysis-reports.themes_note')} ${t('analysis-reports.themes_gone', { words })}`,
  }
}

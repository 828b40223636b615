import { localDate } from '../../platform/dates.ts'
import { render, type Page } from '../../platform/web/index.ts'
import { findText } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { getBookRules } from '../read-book-rules.ts'
import { inLanguage } from './say-rules.ts'
import { wearTheme } from './wear-theme.ts'

/** Where corruption is reported outside this book, as the regime and the administration say. */
export function showCorruptionPage(system: System): Page {
  return async (request, response) => {
    const now = system.clock()
    const { regime, administration } = await getBookRules(
      system,
      String(request.params['slug']),
      now,
    )
    wearTheme(response, administration)
    const { lang, t } = response.locals
    const outside = findText(regime, 'corruption_outside', localDate(now, administration.timeZone))
    render(response, 'administrations/corruption', {
      title: t('administrations.corruption.title'),
      backUrl: `/${administration.slug}`,
      outside: outside && { text: inLanguage(outside.text, lang), url: outside.url ?? null },
      channels: administration.contact.corruption.map((channel) => ({
        ...channel,
        note: channel.note && inLanguage(channel.note, lang),
        phoneHref: channel.phone && `tel:${channel.phone.replace(/[^\d+]/g, '')}`,
      })),
      newUrl: `/${administration.slug}/nuevo`,
    })
  }
}

import { getBookRules, wearTheme } from '../../../administrations/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { NotFound } from '../../../platform/errors.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import { findText, inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'

/** The whole privacy notice, as the regime words it. */
export function showPrivacy(system: System): Page {
  return async (request, response) => {
    const now = system.clock()
    const { regime, administration } = await getBookRules(
      system,
      String(request.params['slug']),
      now,
    )
    const notice = findText(regime, 'privacy_notice', localDate(now, administration.timeZone))
    if (!notice) throw new NotFound()
    wearTheme(response, administration)
    const { lang: language, t } = response.locals
    render(response, 'cases/filing/privacy', {
      title: t('filing.privacy.title'),
      lines: inLanguage(notice.text, language).split('\n').map(titled),
      contact: administration.contact,
    })
  }
}

/** "What for: to answer you" is shown as a title and what it says. */
function titled(line: string): { title: string | null; text: string } {
  const colon = line.indexOf(': ')
  if (colon === -1) return { title: null, text: line }
  const text = line.slice(colon + 2)
  return { title: line.slice(0, colon), text: text.charAt(0).toUpperCase() + text.slice(1) }
}

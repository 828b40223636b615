import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { findStatement } from '../accessibility-store.ts'
import { getBookRules } from '../read-book-rules.ts'
import { wearTheme } from './wear-theme.ts'

/** How accessible the book is, in the administration's words, and whom to tell what does not work. */
export function showAccessibility(system: System): Page {
  return async (request, response) => {
    const slug = String(request.params['slug'])
    const { administration } = await getBookRules(system, slug, system.clock())
    wearTheme(response, administration)
    const statement = await findStatement(system.db, administration.administrationId)
    const { email, phone } = administration.contact
    render(response, 'administrations/accessibility', {
      title: response.locals.t('administrations.accessibility.title'),
      backUrl: `/${slug}`,
      name: administration.name,
      contact: linesOf(statement?.contact ?? [phone, email].filter(Boolean).join('\n')),
      failures: statement && linesOf(statement.failures),
      reviewedOn: statement?.reviewedOn ?? null,
    })
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

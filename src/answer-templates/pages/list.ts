import { holdsWithin, openStaffVisit } from '../../people/index.ts'
import { localDate } from '../../platform/dates.ts'
import { formatShortDate } from '../../platform/i18n/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import { changesUrl } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { keepers } from '../template-policy.ts'
import { forWhich } from '../template-setting.ts'
import { listTemplates } from '../template-store.ts'
import { NEW, templateUrls } from './urls.ts'

const DONE = ['guardada', 'retirada'] as const

export function showTemplates(system: System): Page {
  return async (request, response) => {
    const visit = await openStaffVisit(system, response)
    const { book, slug, staff, deed, t, lang } = visit
    const { timeZone } = book.administration
    const urls = templateUrls(slug)
    const maySet = holdsWithin(staff, keepers, deed.administrationId)
    const done = DONE.find((each) => each === request.query['listo'])
    const templates = await listTemplates(system.db, deed.administrationId)
    const model = {
      title: t('answer-templates.title'),
      notice: done ? t(`answer-templates.done.${done}`) : null,
      addUrl: maySet ? urls.one(NEW) : null,
      changesUrl: maySet ? changesUrl(slug) : null,
      rows: templates.map(({ use, ...template }) => ({
        href: urls.one(template.templateId),
        name: template.name,
        forWhich: forWhich(template, { t, lang, book }),
        used: use
          ? t('answer-templates.used', {
              count: use.used,
              last: formatShortDate(localDate(use.lastUsedAt, timeZone), lang),
            })
          : t('answer-templates.never_used'),
      })),
    }
    render(response, 'answer-templates/list', model, { layout: 'staff' })
  }
}

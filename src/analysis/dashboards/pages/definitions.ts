import { openStaffVisit } from '../../../people/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { CATALOGUE } from '../../indicators/index.ts'
import { dashboardUrls } from './urls.ts'

/** Every indicator with its formula, its source and what it needs. */
export function showDefinitions(system: System): Page {
  return async (_request, response) => {
    const { slug, t } = await openStaffVisit(system, response)
    const model = {
      title: t('dashboards.definitions.title'),
      backUrl: dashboardUrls(slug).dashboard,
      definitions: CATALOGUE.map(({ id, source }) => ({
        id,
        name: t(`indicators.${id}.name`),
        formula: t(`indicators.${id}.formula`),
        source,
      })),
    }
    render(response, 'analysis/definitions', model, { layout: 'staff' })
  }
}

import { requireWorkplace } from '../../../people/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { findOffice } from '../../office.ts'
import { requireSealed } from '../../sealed-database.ts'
import { readFigures } from '../read-figures.ts'
import { figuresView } from './figures-view.ts'

/** How many reports were handled and how fast, for those who watch over it and read none. */
export function showFigures(system: System): Page {
  return async (_request, response) => {
    const { slug } = requireWorkplace(response)
    const office = await findOffice(system, slug, system.clock())
    const { t, lang } = response.locals
    const view = office
      ? figuresView(await readFigures(requireSealed(system), office), office.rules, { t, lang })
      : { title: t('sealed-figures.title'), periods: null }
    render(response, 'corruption-reports/figures/figures', view, { layout: 'staff' })
  }
}

import type { Request } from 'express'
import { holdsWithin, requireStaff, type Workplace } from '../../../people/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { formatNumber, type T } from '../../../platform/i18n/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import {
  readManyFigures,
  type Figure,
  type IndicatorId,
  type Period,
} from '../../indicators/index.ts'
import {
  lastFinished,
  readPeriod,
  yearBefore,
  type ReportingPeriod,
} from '../../reports/reporting-period.ts'
import { complianceIndex, type ComplianceIndex } from '../compliance-index.ts'
import { overseers } from '../dashboard-policy.ts'
import { sayMonths } from './filter-choices.ts'
import { dashboardUrls } from './urls.ts'

const NEEDED: readonly IndicatorId[] = ['Q04', 'Q06', 'Q13', 'Q26']
const KIND = /^[a-z_]{2,40}$/

/**
 * How the administrations that somebody oversees keep their books: the index with all that it is made of, by
 * the alphabet, since nothing is recorded here by which like could be held against like.
 */
export function showCompliance(system: System): Page {
  return async (request, response) => {
    const staff = requireStaff(response)
    const now = system.clock()
    const { t, lang } = response.locals
    const kind = kindAsked(request)
    const overseen = staff.workplaces.filter(({ administrationId }) =>
      holdsWithin(staff, overseers, administrationId),
    )
    const period = periodAsked(request, localDate(now, overseen[0]?.timeZone ?? 'UTC'))
    const lines = []
    for (const place of overseen) {
      const asOf = localDate(now, place.timeZone)
      const [figures = [], before = []] = await readTwo(system, place, { period, asOf, kind })
      const index = complianceIndex(figures, kind)
      lines.push(lineOf(place, index, complianceIndex(before, kind), { t, lang }))
    }
    const model = {
      title: t('compliance.title'),
      backUrl: dashboardUrls(String(request.params['slug'])).dashboard,
      lead: t('compliance.lead', { period: sayMonths(period, { t, lang }) }),
      lines: lines.toSorted((one, other) => one.name.localeCompare(other.name, lang)),
    }
    render(response, 'analysis/compliance', model, { layout: 'staff' })
  }
}

function readTwo(
  system: System,
  { administrationId }: Workplace,
  { period, asOf, kind }: { period: ReportingPeriod; asOf: string; kind: string },
): Promise<Figure[][]> {
  const question = (of: Period) => ({
    administrationId,
    period: of,
    kinds: [kind],
    audience: 'inside' as const,
    asOf,
    indicators: NEEDED,
  })
  return readManyFigures(system.db, [question(period), question(yearBefore(period))])
}

function periodAsked({ query }: Request, today: string): ReportingPeriod {
  const asked = typeof query['periodo'] === 'string' ? readPeriod(query['periodo']) : null
  return asked && asked.until < today ? asked : lastFinished('quarter', today)
}

function kindAsked({ query }: Request): string {
  const kind = query['tipo']
  return typeof kind === 'string' && KIND.test(kind) ? kind : 'complaint'
}

interface Speech {
  t: T
  lang: string
}

function lineOf(
  place: Workplace,
  index: ComplianceIndex,
  before: ComplianceIndex,
  { t, lang }: Speech,
) {
  const say = (value: number | null, decimals = 0) =>
    value === null ? t('compliance.none') : formatNumber(value, lang, decimals)
  const change =
    index.value === null || before.value === null ? null : Math.round(index.value - before.value)
  return {
    name: place.name,
    value: say(index.value),
    change: change === null ? t('compliance.no_before') : `${change > 0 ? '+' : ''}${say(change)}`,
    notes: [
      ...(index.ranked ? [] : [t('compliance.not_ranked')]),
      t('compliance.covered', { share: formatNumber(index.covered * 100, lang) }),
    ],
    components: index.components.map(({ name, weight, score, n }) => ({
      name: t(`compliance.component.${name}`),
      weight: `${formatNumber(weight * 100, lang)} %`,
      score: say(score === null ? null : score * 100),
      n: score === null ? '–' : formatNumber(n, lang),
    })),
  }
}

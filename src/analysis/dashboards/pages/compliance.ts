import type { Request, Response } from 'express'
import { LEVELS, STRATA } from '../../../administrations/index.ts'
import { holdsWithin, openStaffVisit } from '../../../people/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import {
  lastFinished,
  periodBefore,
  readPeriod,
  yearBefore,
  type ReportingPeriod,
} from '../../reports/reporting-period.ts'
import { overseers } from '../dashboard-policy.ts'
import { readCompliance, type ComplianceLine } from '../read-compliance.ts'
import type { TellImprovements } from '../tell-improvements.ts'
import { complianceView } from './compliance-view.ts'
import { sayMonths } from './filter-choices.ts'
import { dashboardUrls } from './urls.ts'

const KIND = /^[a-z_]{2,40}$/
const QUARTERS_OFFERED = 8

/**
 * How the administrations that somebody oversees keep their books: the index with all that it is made of, each
 * beside its like only and by the alphabet.
 */
export function showCompliance(system: System, improvements: TellImprovements): Page {
  return async (request, response) => {
    const { staff, book, slug, today, lang, t } = await openStaffVisit(system, response)
    const overseen = staff.workplaces.filter(({ administrationId }) =>
      holdsWithin(staff, overseers, administrationId),
    )
    const period = periodAsked(request, today)
    const kind = kindAsked(request)
    const asked = { kind, period, before: yearBefore(period), today }
    const lines = await readCompliance(system.db, overseen, asked, improvements)
    const speech = { t, lang }
    const urls = dashboardUrls(slug)
    const model = {
      title: t('compliance.title'),
      backUrl: urls.dashboard,
      action: urls.compliance,
      chosen: { periodo: period.code, tipo: kind },
      periods: quarters(today).map((each) => ({
        value: each.code,
        text: sayMonths(each, speech),
      })),
      kinds: book.regime.kinds.map(({ code, label }) => ({
        value: code,
        text: inLanguage(label, lang),
      })),
      groups: groupsOf(lines, response),
    }
    render(response, 'analysis/compliance', model, { layout: 'staff' })
  }
}

/** Like beside like: the level first, then the size; those of whom nothing is known come last. */
function groupsOf(lines: readonly ComplianceLine[], { locals: { t, lang } }: Response) {
  return [...LEVELS, null].flatMap((level) =>
    STRATA.flatMap((stratum) => {
      const alike = lines
        .filter(({ standing }) => standing.level === level && standing.stratum === stratum)
        .toSorted((one, other) => one.name.localeCompare(other.name, lang))
      if (alike.length === 0) return []
      const named = [
        ...(level === null ? [] : [t(`strata.level.${level}`)]),
        t(`strata.size.${stratum}`),
      ]
      return [
        {
          name: t('compliance.stratum', { stratum: named.join(' · ') }),
          lines: alike.map((line) => complianceView(line, { t, lang })),
        },
      ]
    }),
  )
}

function periodAsked({ query }: Request, today: PlainDate): ReportingPeriod {
  const asked = typeof query['periodo'] === 'string' ? readPeriod(query['periodo']) : null
  return asked && asked.until < today ? asked : lastFinished('quarter', today)
}

function quarters(today: PlainDate): ReportingPeriod[] {
  const offered = [lastFinished('quarter', today)]
  while (offered.length < QUARTERS_OFFERED) {
    const last = offered.at(-1)
    if (last) offered.push(periodBefore(last))
  }
  return offered
}

function kindAsked({ query }: Request): string {
  const kind = query['tipo']
  return typeof kind === 'string' && KIND.test(kind) ? kind : 'complaint'
}

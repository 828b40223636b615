import { formatDateTime } from '../../../platform/i18n/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import { deskUrl } from '../../../cases/index.ts'
import type { System } from '../../../system.ts'
import { chartView } from '../../charts/index.ts'
import { holdsWithin } from '../../../people/index.ts'
import { overseers } from '../dashboard-policy.ts'
import { pick } from '../pick.ts'
import type { DashboardNeighbours } from '../neighbours.ts'
import type { DashboardFigures } from '../read-dashboard.ts'
import { filterChoices, sayMonths } from './filter-choices.ts'
import { enterRoom, queryString, showBlocks, type Room } from './room.ts'

/** One page that answers first what its reader asks first; the filters stand in its address. */
export function showDashboard(system: System, neighbours: DashboardNeighbours): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const { figures, blocks } = await showBlocks(system, room, neighbours.improvements)
    const { t, lang, urls, query, book } = room
    const updatedAt =
      figures.upTo.at && formatDateTime(figures.upTo.at, lang, book.administration.timeZone)
    const address = queryString(room)
    const centre = room.centres.find(({ centreId }) => centreId === query.centreId)
    const model = {
      title: t(`dashboards.heading.${query.perspective}`),
      lead: t('dashboards.lead', {
        period: sayMonths(query.period, room),
        before: sayMonths(query.before, room),
      }),
      place: centre?.name ?? null,
      urls,
      action: urls.dashboard,
      choices: filterChoices(room),
      chosen: {
        vista: query.perspective,
        periodo: query.period.code,
        contra: query.against,
        centro: centre?.slug ?? '',
        tipo: query.kind,
        por: query.breakdown,
      },
      perspectives: room.perspectives.map((each) => ({
        text: t(`dashboards.perspective.${each}`),
        href: `${urls.dashboard}?${new URLSearchParams({ vista: each }).toString()}`,
        current: each === query.perspective,
      })),
      updatedAt,
      behind: figures.upTo.behind,
      emptiness: emptinessOf(figures, room),
      links: [
        { text: t('dashboards.download.csv'), href: `${urls.csv}?${address}` },
        { text: t('dashboards.download.xlsx'), href: `${urls.workbook}?${address}` },
      ],
      complianceUrl: holdsWithin(room.staff, overseers, room.deed.administrationId)
        ? urls.compliance
        : null,
      blocks: blocks.map((block) => ({
        ...block,
        links: linksOf(block.id, room, neighbours),
        charts: block.charts.map(({ id, chart, indicator }) =>
          chartView(
            chart,
            { id, definitionUrl: indicator && `${urls.definitions}#${indicator}` },
            { t, lang },
          ),
        ),
      })),
    }
    render(response, 'analysis/dashboard', model, { layout: 'staff' })
  }
}

/** Why there is little to see, said once and first. */
function emptinessOf({ now, upTo }: DashboardFigures, { query, t }: Room): string | null {
  if (upTo.at === null) return t('dashboards.empty.not_counted')
  const received = pick(now, { indicator: 'Q01', measure: 'count', kind: query.kind })
  if (received?.missing === 'gap') return t('dashboards.empty.before')
  if (!received || received.missing === 'no_cases' || received.value === 0) {
    return t('dashboards.empty.nothing')
  }
  return received.missing === 'hidden' ? t('dashboards.empty.few') : null
}

/** Where somebody goes on from a part. */
function linksOf(block: string, room: Room, { improvements, sealedFigures }: DashboardNeighbours) {
  const { slug, t, urls, query } = room
  switch (block) {
    case 'late':
      return deskLinks(room)
    case 'improving':
      return [{ text: t('dashboards.improving.link'), href: improvements.address(slug) }]
    case 'returned': {
      const address = queryString({ ...room, query: { ...query, countsReturned: true } })
      const href = `${urls.dashboard}?${address}#block-returned`
      return query.countsReturned ? [] : [{ text: t('dashboards.returned.link'), href }]
    }
    case 'sealed': {
      const href = `/personal/${slug}/${sealedFigures.path}`
      return [{ text: t('dashboards.sealed.link'), href }]
    }
    default:
      return []
  }
}

function deskLinks({ slug, t, centres, query }: Room) {
  const centre = centres.find(({ centreId }) => centreId === query.centreId)?.slug
  return ['overdue', 'due_soon'].map((view) => ({
    text: t(`dashboards.desk.${view}`),
    href: `${deskUrl(slug)}?${new URLSearchParams({ vista: view, ...(centre && { centro: centre }) }).toString()}`,
  }))
}

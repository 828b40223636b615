import type { Request, Response } from 'express'
import { openStaffVisit, type StaffVisit } from '../../../people/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { composeDashboard, type Block } from '../compose.ts'
import { ownCentres, perspectivesOf, type Perspective } from '../dashboard-policy.ts'
import { namesOf } from '../names-of.ts'
import { readDashboard, type DashboardFigures } from '../read-dashboard.ts'
import { readQuery, type DashboardQuery } from '../view-query.ts'
import type { TellImprovements } from '../tell-improvements.ts'
import { dashboardUrls, type DashboardUrls } from './urls.ts'

/** What every page and file of a view starts from. */
export interface Room extends StaffVisit {
  urls: DashboardUrls
  query: DashboardQuery
  perspectives: Perspective[]
  /** The centres that may be asked for. */
  centres: readonly { centreId: string; slug: string; name: string }[]
  mayAskAll: boolean
}

export async function enterRoom(
  system: System,
  request: Request,
  response: Response,
): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { staff, book, deed, today, slug } = visit
  const perspectives = perspectivesOf(staff, deed.administrationId)
  const wanted = perspectives.find((each) => each === request.query['vista']) ?? perspectives[0]
  const own = wanted === 'centre' ? ownCentres(staff, deed.administrationId) : null
  const centres = book.centres.filter(({ centreId }) => own === null || own.includes(centreId))
  const kinds = book.regime.kinds.map(({ code }) => code)
  const mayAskAll = own === null
  const query = readQuery(request.query, { perspectives, centres, kinds, mayAskAll, today })
  return { ...visit, urls: dashboardUrls(slug), query, perspectives, centres, mayAskAll }
}

export interface Shown {
  figures: DashboardFigures
  blocks: Block[]
}

export async function showBlocks(
  system: System,
  room: Room,
  improvements: TellImprovements,
): Promise<Shown> {
  const { book, query, today, t, lang } = room
  const kind = book.regime.kinds.find(({ code }) => code === query.kind)
  const figures = await readDashboard(system.db, book, query, today, improvements)
  // before the first count there is nothing but tables that say so
  if (figures.upTo.at === null) return { figures, blocks: [] }
  const blocks = composeDashboard(figures, {
    query,
    today,
    t,
    lang,
    book,
    kinds: book.regime.kinds.map(({ code, label }) => ({ code, label: inLanguage(label, lang) })),
    kindName: kind ? inLanguage(kind.label, lang) : query.kind,
    nameOf: namesOf(book, { t, lang }),
    centreName: query.centreId === null ? null : (book.names.get(query.centreId) ?? null),
  })
  return { figures, blocks }
}

/** The address of this view, wherever it leads. */
export function queryString({ query, centres }: Pick<Room, 'query' | 'centres'>): string {
  const centre = centres.find(({ centreId }) => centreId === query.centreId)
  return new URLSearchParams({
    vista: query.perspective,
    periodo: query.period.code,
    contra: query.against,
    ...(centre && { centro: centre.slug }),
    tipo: query.kind,
    por: query.breakdown,
    ...(query.countsReturned && { cuenta: 'volvieron' }),
  }).toString()
}

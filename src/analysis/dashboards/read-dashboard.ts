import type { Db } from '../../platform/database/connection.ts'
import { addDays, type PlainDate } from '../../platform/dates.ts'
import {
  figuresUpTo,
  listMonthsReceived,
  monthQuestions,
  readManyFigures,
  seriesOf,
  type Figure,
  type FigureQuestion,
  type FiguresUpTo,
  type MonthFigure,
  type Period,
} from '../indicators/index.ts'
import { KEY_INDICATORS } from './key-figures.ts'
import type { DashboardQuery } from './view-query.ts'

/** Everything that a dashboard is made of. */
export interface DashboardFigures {
  now: readonly Figure[]
  before: readonly Figure[]
  /** A year of months up to the period's last. */
  months: readonly MonthFigure[]
  upTo: FiguresUpTo
}

const MONTHS_SHOWN = 13

export async function readDashboard(
  db: Db,
  administrationId: string,
  { period, before, centreId, kind, breakdown }: DashboardQuery,
  asOf: PlainDate,
): Promise<DashboardFigures> {
  const asked: FigureQuestion = {
    administrationId,
    period,
    ...(centreId !== null && { centreId }),
    kinds: [kind],
    audience: 'inside',
    asOf,
    indicators: KEY_INDICATORS,
  }
  const year = { ...asked, period: yearUntil(period, asOf) }
  const [now = [], then = [], ...months] = await readManyFigures(db, [
    { ...asked, breakdown },
    { ...asked, period: before },
    ...monthQuestions(year, ['Q01', 'Q04']),
  ])
  return {
    now,
    before: then,
    months: seriesOf(months, year, await listMonthsReceived(db, administrationId)),
    upTo: await figuresUpTo(db, administrationId),
  }
}

/** Thirteen months, so that the same month of the year before is among them. */
export function yearUntil({ until }: Period, asOf: PlainDate): Period {
  const last = until < asOf ? until : asOf
  let from = `${last.slice(0, 7)}-01`
  for (let month = 1; month < MONTHS_SHOWN; month++) from = `${addDays(from, -1).slice(0, 7)}-01`
  return { from, until: last }
}

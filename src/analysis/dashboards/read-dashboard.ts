import type { BookRules } from '../../administrations/index.ts'
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
import { standardQuestions, tellStandards, type Attainment } from '../standards/index.ts'
import { listSegmentTexts } from '../../surveys/index.ts'
import type { Heard } from './heard.ts'
import { FURTHER_INDICATORS, KEY_INDICATORS } from './key-figures.ts'
import { STATES_ON_THE_WAY } from './state-times.ts'
import { shows } from './plans.ts'
import type { DashboardQuery } from './view-query.ts'

/** Everything that a dashboard is made of. */
export interface DashboardFigures {
  now: readonly Figure[]
  before: readonly Figure[]
  /** A year of months up to the period's last. */
  months: readonly MonthFigure[]
  /** What was promised of the services, where the view asks for it. */
  standards: readonly Attainment[]
  /** What surveys said, where the view asks for it. */
  heard: Omit<Heard, 'groupNames'> & { groupTexts: SegmentTexts }
  upTo: FiguresUpTo
}

type SegmentTexts = Awaited<ReturnType<typeof listSegmentTexts>>

const MONTHS_SHOWN = 13
const OF_SURVEYS = ['Q25', 'Q28', 'Q33'] as const

export async function readDashboard(
  db: Db,
  book: BookRules,
  { perspective, period, before, centreId, kind, breakdown }: DashboardQuery,
  asOf: PlainDate,
): Promise<DashboardFigures> {
  const { administrationId } = book.administration
  const asksHeard = shows(perspective, 'drivers')
  const asked: FigureQuestion = {
    administrationId,
    period,
    ...(centreId !== null && { centreId }),
    kinds: [kind],
    audience: 'inside',
    asOf,
    indicators: [...KEY_INDICATORS, ...(asksHeard ? FURTHER_INDICATORS : []), 'Q22', 'Q33'],
  }
  const year = { ...asked, period: yearUntil(period, asOf) }
  const ofStandards = { book, period, centreId, kind, audience: 'inside', asOf } as const
  const standards = shows(perspective, 'standards') ? standardQuestions(ofStandards) : []
  const monthly = monthQuestions(year, ['Q01', 'Q04'])
  const kept = await listMonthsReceived(db, administrationId)
  const [now = [], then = [], ...rest] = await readManyFigures(
    db,
    [
      { ...asked, breakdown, ...(shows(perspective, 'states') && { states: STATES_ON_THE_WAY }) },
      { ...asked, period: before },
      ...monthly,
      ...standards.flatMap(({ question }) => question ?? []),
      ...(asksHeard ? [{ ...asked, indicators: OF_SURVEYS }] : []),
    ],
    kept,
  )
  return {
    now,
    before: then,
    standards: await tellStandards(db, ofStandards, standards, rest.slice(monthly.length)),
    heard: {
      figures: asksHeard ? (rest.at(-1) ?? []) : [],
      groupTexts: asksHeard ? await listSegmentTexts(db) : new Map(),
    },
    months: seriesOf(rest, year, kept),
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

import type { BookRules } from '../../administrations/index.ts'
import { readSiteAccess, type SiteAccess } from '../../channels/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { addDays, type PlainDate } from '../../platform/dates.ts'
import {
  accessFigures,
  figuresUpTo,
  listMonthsReceived,
  monthQuestions,
  readManyFigures,
  seriesOf,
  type Figure,
  type FigureQuestion,
  type FiguresUpTo,
  type IndicatorId,
  type MonthFigure,
  type Period,
} from '../indicators/index.ts'
import { standardQuestions, tellStandards, type Attainment } from '../standards/index.ts'
import { listSegmentTexts } from '../../surveys/index.ts'
import type { Heard } from './heard.ts'
import { FURTHER_INDICATORS, KEY_INDICATORS } from './key-figures.ts'
import { STATES_ON_THE_WAY } from './state-times.ts'
import { shows, tells } from './plans.ts'
import type { TellImprovements } from './tell-improvements.ts'
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
  /** How the sites are today, where the view asks for it. */
  sites: readonly SiteAccess[]
  upTo: FiguresUpTo
}

type SegmentTexts = Awaited<ReturnType<typeof listSegmentTexts>>

const MONTHS_SHOWN = 13
const OF_SURVEYS = ['Q25', 'Q28', 'Q33'] as const
const OF_MIXES = ['Q20', 'Q22', 'Q33'] as const

export async function readDashboard(
  db: Db,
  book: BookRules,
  query: DashboardQuery,
  asOf: PlainDate,
  improvements: TellImprovements,
): Promise<DashboardFigures> {
  const { perspective, period, before, centreId, kind, breakdown } = query
  const { administrationId, timeZone } = book.administration
  const asksHeard = shows(perspective, 'drivers')
  const asksReturned = query.countsReturned && tells(perspective, 'returned')
  const whole = centreId === null
  const asked: FigureQuestion = {
    administrationId,
    period,
    ...(!whole && { centreId }),
    kinds: [kind],
    audience: 'inside',
    asOf,
    indicators: [...KEY_INDICATORS, ...(asksHeard ? FURTHER_INDICATORS : []), ...OF_MIXES],
  }
  const year = { ...asked, period: yearUntil(period, asOf) }
  const ofStandards = { book, period, centreId, kind, audience: 'inside', asOf } as const
  const standards = shows(perspective, 'standards') ? standardQuestions(ofStandards) : []
  const monthly = monthQuestions(year, ['Q01', 'Q04'])
  const returned: readonly IndicatorId[] = asksReturned ? ['Q24'] : []
  const beside = [...(asksHeard ? OF_SURVEYS : []), ...returned]
  const kept = await listMonthsReceived(db, administrationId)
  const [now = [], then = [], besideNow = [], besideThen = [], ...rest] = await readManyFigures(
    db,
    [
      { ...asked, breakdown, ...(shows(perspective, 'states') && { states: STATES_ON_THE_WAY }) },
      { ...asked, period: before },
      { ...asked, indicators: beside },
      { ...asked, period: before, indicators: returned },
      ...monthly,
      ...standards.flatMap(({ question }) => question ?? []),
    ],
    kept,
  )
  const [improved = [], improvedBefore = []] =
    whole && tells(perspective, 'improving')
      ? await improvements.figures(db, { administrationId, timeZone, periods: [period, before] })
      : []
  // only today's sites are known
  const sites =
    whole && tells(perspective, 'access') && period.until >= asOf
      ? ((await readSiteAccess(db, [administrationId], asOf)).get(administrationId) ?? [])
      : []
  return {
    now: [
      ...now,
      ...besideNow.filter(({ indicator }) => returned.includes(indicator)),
      ...(shows(perspective, 'kinds') ? await readKinds(db, asked, kept) : []),
      ...improved,
      ...(sites.length === 0 ? [] : accessFigures(sites)),
    ],
    before: [...then, ...besideThen, ...improvedBefore],
    standards: await tellStandards(db, ofStandards, standards, rest.slice(monthly.length)),
    heard: {
      figures: asksHeard ? besideNow : [],
      groupTexts: asksHeard ? await listSegmentTexts(db) : new Map(),
    },
    months: seriesOf(rest, year, kept),
    sites,
    upTo: await figuresUpTo(db, administrationId),
  }
}

/** The kinds beside each other are the one thing for which all of them are read. */
async function readKinds(
  db: Db,
  { kinds: _, ...asked }: FigureQuestion,
  kept: readonly PlainDate[],
): Promise<Figure[]> {
  const [figures = []] = await readManyFigures(db, [{ ...asked, indicators: ['Q21'] }], kept)
  return figures
}

/** Thirteen months, so that the same month of the year before is among them. */
function yearUntil({ until }: Period, asOf: PlainDate): Period {
  const last = until < asOf ? until : asOf
  let from = `${last.slice(0, 7)}-01`
  for (let month = 1; month < MONTHS_SHOWN; month++) from = `${addDays(from, -1).slice(0, 7)}-01`
  return { from, until: last }
}

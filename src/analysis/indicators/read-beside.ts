import { getAdministration } from '../../administrations/index.ts'
import { accessFigures } from './access-figures.ts'
import { readSiteAccess } from '../../channels/index.ts'
import { countReturning } from '../../cases/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { addDays, instantAt, type PlainDate } from '../../platform/dates.ts'
import { listGroups, listScorePairs } from '../../surveys/index.ts'
import { isFew } from '../../statistics/index.ts'
import { driverWorths } from './driver-worths.ts'
import { groupGaps } from './group-gaps.ts'
import type { Figure, FigureQuestion, IndicatorId } from './figure.ts'
import type { Worth } from './formulas/indicator.ts'
import { shareOf } from './formulas/worth.ts'
import { isAsked, smallestFor } from './question.ts'
import { monthAfter } from './spans.ts'

/** What other features are asked for, and only when it is: it costs as much as there are answers or people. */
export async function readBeside(db: Db, question: FigureQuestion): Promise<Figure[]> {
  if (question.breakdown !== undefined) return []
  const asks = (id: IndicatorId) => isAsked(question, id)
  return [
    ...(asks('Q24') ? await readReturning(db, question) : []),
    ...(asks('Q25') || asks('Q28') ? await readDrivers(db, question) : []),
    ...(question.indicators?.includes('Q33') ? await readGroups(db, question) : []),
    ...(asks('Q34') ? await readAccess(db, question) : []),
  ].filter(({ indicator }) => asks(indicator))
}

/** In the twelve months that end with the period. */
async function readReturning(db: Db, question: FigureQuestion): Promise<Figure[]> {
  const { administrationId, centreId = null } = question
  const { timeZone } = await getAdministration(db, administrationId)
  const end = addDays(lastDayOf(question), 1)
  const start = monthAfter(lastDayOf(question), -11)
  const { people, returning } = await countReturning(db, administrationId, {
    from: instantAt(`${start.slice(0, 7)}-01`, '00:00', timeZone),
    until: instantAt(end, '00:00', timeZone),
    centreId,
  })
  return [figureOf(question, 'Q24', null, shareOf(returning, people))]
}

async function readDrivers(db: Db, question: FigureQuestion): Promise<Figure[]> {
  const { administrationId, period, centreId = null } = question
  const days = { from: period.from, until: lastDayOf(question), centreId }
  const pairs = await listScorePairs(db, administrationId, days)
  return driverWorths(pairs).flatMap(({ driver, satisfaction, importance }) => [
    ...satisfaction.map((worth) => figureOf(question, 'Q25', driver, worth)),
    figureOf(question, 'Q28', driver, importance),
  ])
}

/** Q33 of how people judged the whole, between the groups that a survey asks for. */
async function readGroups(db: Db, question: FigureQuestion): Promise<Figure[]> {
  const { administrationId, period, centreId = null } = question
  const days = { from: period.from, until: lastDayOf(question), centreId }
  return groupGaps(await listGroups(db, administrationId, days)).map(({ segment, gap }) =>
    figureOf(question, 'Q33', segment, gap),
  )
}

/** How the sites are on the last day. */
async function readAccess(db: Db, question: FigureQuestion): Promise<Figure[]> {
  const { administrationId, centreId } = question
  const sites = (await readSiteAccess(db, [administrationId], lastDayOf(question))).get(
    administrationId,
  )
  const asked = (sites ?? []).filter((site) => centreId === undefined || site.centreId === centreId)
  return accessFigures(asked)
}

function lastDayOf({ period, asOf }: FigureQuestion): PlainDate {
  return period.until < asOf ? period.until : asOf
}

function figureOf(
  question: FigureQuestion,
  indicator: IndicatorId,
  member: string | null,
  worth: Worth,
): Figure {
  if (isFew(worth.n, smallestFor(question))) {
    return toFigure(indicator, member, { ...worth, value: null, n: 0, missing: 'hidden' })
  }
  return toFigure(indicator, member, worth)
}

function toFigure(
  indicator: IndicatorId,
  member: string | null,
  { measure, value, n, interval = null, missing }: Worth,
): Figure {
  const told = { measure, value, n, interval: value === null ? null : interval }
  return { indicator, kind: null, member, ...told, missing: missing ?? null }
}

import { listSeverities, readFigures, type Figure } from '../../analysis/index.ts'
import type { BookRules } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { isFew, proportionOf } from '../../statistics/index.ts'
import { listServiceTallies } from '../../surveys/index.ts'
import {
  weighServices,
  type ServiceFigures,
  type Share,
  type WeighedService,
} from './weigh-services.ts'

export interface ServicesAsked {
  centreId: string | null
  kind: string
  from: PlainDate
  until: PlainDate
  today: PlainDate
}

/** The services of a place with what is known of each, those with most reasons first. */
export async function readServices(
  db: Db,
  { administration, services, centres }: BookRules,
  { centreId, kind, from, until, today }: ServicesAsked,
): Promise<WeighedService[]> {
  const { administrationId, timeZone } = administration
  const figures = await readFigures(db, {
    administrationId,
    period: { from, until },
    ...(centreId !== null && { centreId }),
    kinds: [kind],
    breakdown: 'service',
    audience: 'inside',
    asOf: today,
    indicators: ['Q01', 'Q02', 'Q04'],
  })
  const place = { from, until, centreId }
  const tallies = await listServiceTallies(db, administrationId, place)
  const severities = await listSeverities(db, { administrationId, timeZone, ...place })
  const centre = centres.find((each) => each.centreId === centreId)
  const own = services.filter(({ serviceId }) => !centre || centre.serviceIds.includes(serviceId))
  const told = own.map(({ serviceId }): ServiceFigures => ({
    serviceId,
    ...figuresOf(figures, serviceId),
    satisfied: shareOf(tallies.filter(({ key }) => key === serviceId)),
    severity: severities.get(serviceId) ?? null,
  }))
  return weighServices(told, { ...figuresOf(figures, null), satisfied: shareOf(tallies) })
}

function figuresOf(
  figures: readonly Figure[],
  member: string | null,
): Pick<ServiceFigures, 'received' | 'rate' | 'inTime'> {
  const own = figures.filter((figure) => figure.member === member)
  const find = (indicator: string) => own.find((figure) => figure.indicator === indicator)
  const inTime = find('Q04')
  return {
    received: find('Q01')?.value ?? null,
    rate: find('Q02')?.value ?? null,
    inTime:
      inTime?.value == null || !inTime.interval
        ? null
        : { value: inTime.value, n: inTime.n, ...inTime.interval },
  }
}

function shareOf(tallies: readonly { n: number; satisfied: number }[]): Share | null {
  const n = tallies.reduce((sum, tally) => sum + tally.n, 0)
  const satisfied = tallies.reduce((sum, tally) => sum + tally.satisfied, 0)
  if (n === 0 || isFew(n)) return null
  const share = proportionOf(satisfied, n)
  return share && { value: satisfied / n, n, low: share.low, high: share.high }
}

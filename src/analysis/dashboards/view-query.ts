import { z } from 'zod'
import type { PlainDate } from '../../platform/dates.ts'
import { BREAKDOWNS, type Breakdown } from '../indicators/index.ts'
import { PERSPECTIVES, type Perspective } from './dashboard-policy.ts'
import {
  periodBefore,
  readPeriod,
  yearBefore,
  type ReportingPeriod,
} from '../reports/reporting-period.ts'

export const AGAINST = ['before', 'year_before'] as const
export type Against = (typeof AGAINST)[number]

/** What is looked at, as it stands in the address. */
export interface DashboardQuery {
  perspective: Perspective
  period: ReportingPeriod
  against: Against
  before: ReportingPeriod
  centreId: string | null
  kind: string
  breakdown: Breakdown
  /** Who came back is counted person by person, and only when it is asked for. */
  countsReturned: boolean
}

/** What may be asked for: by whom, where, of what. */
export interface Askable {
  perspectives: readonly Perspective[]
  centres: readonly { centreId: string; slug: string }[]
  kinds: readonly string[]
  /** Whether the whole administration may be looked at. */
  mayAskAll: boolean
  today: PlainDate
}

const text = z.string().max(60).optional().catch(undefined)
const asked = z.object({
  vista: z.enum(PERSPECTIVES).optional().catch(undefined),
  periodo: text,
  contra: z.enum(AGAINST).catch('before'),
  centro: text,
  tipo: text,
  por: z.enum(BREAKDOWNS).optional().catch(undefined),
  cuenta: z.enum(['volvieron']).optional().catch(undefined),
})

const USUAL: Readonly<Record<Perspective, Breakdown>> = {
  centre: 'service',
  book: 'centre',
  all: 'centre',
  direction: 'motive',
}

/** An address that asks for what there is not shows what is usual: it may come from another year or colleague. */
export function readQuery(query: Record<string, unknown>, askable: Askable): DashboardQuery {
  const { vista, periodo, contra, centro, tipo, por, cuenta } = asked.parse(query)
  const { perspectives, centres, kinds, mayAskAll, today } = askable
  const perspective = perspectives.find((each) => each === vista) ?? perspectives[0] ?? 'all'
  const wanted = periodo === undefined ? null : readPeriod(periodo)
  const period = wanted && wanted.from <= today ? wanted : quarterOf(today)
  const centre = centres.find(({ slug }) => slug === centro) ?? (mayAskAll ? null : centres[0])
  return {
    perspective,
    period,
    against: contra,
    before: contra === 'before' ? periodBefore(period) : yearBefore(period),
    centreId: centre?.centreId ?? null,
    kind: kinds.find((each) => each === tipo) ?? kinds[0] ?? '',
    breakdown: por ?? USUAL[perspective],
    countsReturned: cuenta === 'volvieron',
  }
}

/** Whether its counts may still grow. */
export function isRunning({ until }: ReportingPeriod, today: PlainDate): boolean {
  return until >= today
}

/** The quarter that is running. */
export function quarterOf(today: PlainDate): ReportingPeriod {
  const code = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`
  const quarter = readPeriod(code)
  if (!quarter) throw new RangeError(`${today} is in no quarter`)
  return quarter
}

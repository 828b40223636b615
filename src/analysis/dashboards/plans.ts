import type { Perspective } from './dashboard-policy.ts'

export type ChartName =
  | 'in_time'
  | 'received'
  | 'kinds'
  | 'backlog'
  | 'steps'
  | 'states'
  | 'members'
  | 'spoken'
  | 'standards'
  | 'drivers'
  | 'importance'

export type RowsName =
  'all' | 'now' | 'times' | 'further' | 'improving' | 'access' | 'returned' | 'none'

export interface Plan {
  id: string
  rows: RowsName
  charts: readonly ChartName[]
  says?: 'better' | 'decide' | 'heard' | 'access' | 'returned' | 'sealed'
}

const RETURNED: Plan = { id: 'returned', rows: 'returned', charts: [], says: 'returned' }
const IMPROVING: Plan = { id: 'improving', rows: 'improving', charts: [] }
const ACCESS: Plan = { id: 'access', rows: 'access', charts: [], says: 'access' }

/** Each answers first what its reader asks first. */
export const PLANS: Readonly<Record<Perspective, readonly Plan[]>> = {
  centre: [
    { id: 'late', rows: 'now', charts: ['backlog'] },
    { id: 'times', rows: 'times', charts: ['in_time', 'members'] },
    { id: 'promised', rows: 'none', charts: ['standards'] },
  ],
  book: [
    { id: 'in_time', rows: 'times', charts: ['in_time', 'members'] },
    { id: 'late', rows: 'now', charts: ['backlog'] },
    { id: 'stuck', rows: 'none', charts: ['states', 'steps'] },
    { id: 'promised', rows: 'none', charts: ['standards'] },
    IMPROVING,
    ACCESS,
    RETURNED,
  ],
  all: [
    { id: 'everything', rows: 'all', charts: [], says: 'better' },
    {
      id: 'charts',
      rows: 'none',
      charts: ['received', 'kinds', 'in_time', 'backlog', 'steps', 'members', 'spoken'],
    },
    { id: 'further', rows: 'further', charts: [] },
    { id: 'heard', rows: 'none', charts: ['drivers', 'importance'], says: 'heard' },
    RETURNED,
  ],
  direction: [
    { id: 'better', rows: 'all', charts: ['in_time', 'received'], says: 'better' },
    { id: 'said', rows: 'none', charts: ['spoken', 'kinds'] },
    { id: 'decide', rows: 'none', charts: [], says: 'decide' },
    IMPROVING,
    ACCESS,
    { id: 'sealed', rows: 'none', charts: [], says: 'sealed' },
  ],
}

/** What costs a question of its own is asked only where it is shown. */
export function shows(perspective: Perspective, chart: ChartName): boolean {
  return PLANS[perspective].some(({ charts }) => charts.includes(chart))
}

export function tells(perspective: Perspective, rows: RowsName): boolean {
  return PLANS[perspective].some((plan) => plan.rows === rows)
}

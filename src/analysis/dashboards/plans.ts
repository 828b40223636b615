import type { Perspective } from './dashboard-policy.ts'

export type ChartName =
  | 'in_time'
  | 'received'
  | 'backlog'
  | 'steps'
  | 'states'
  | 'members'
  | 'spoken'
  | 'standards'
  | 'drivers'
  | 'importance'

export interface Plan {
  id: string
  rows: 'all' | 'now' | 'times' | 'further' | 'none'
  charts: readonly ChartName[]
  says?: 'decide' | 'heard'
}

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
  ],
  all: [
    { id: 'everything', rows: 'all', charts: [] },
    {
      id: 'charts',
      rows: 'none',
      charts: ['received', 'in_time', 'backlog', 'steps', 'members', 'spoken'],
    },
    { id: 'further', rows: 'further', charts: [] },
    { id: 'heard', rows: 'none', charts: ['drivers', 'importance'], says: 'heard' },
  ],
  direction: [
    { id: 'better', rows: 'all', charts: ['in_time', 'received'] },
    { id: 'said', rows: 'none', charts: ['spoken'] },
    { id: 'decide', rows: 'none', charts: [], says: 'decide' },
  ],
}

/** What costs a question of its own is asked only where it is shown. */
export function shows(perspective: Perspective, chart: ChartName): boolean {
  return PLANS[perspective].some(({ charts }) => charts.includes(chart))
}

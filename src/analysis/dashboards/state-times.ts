import { CASE_STATES, STATE_TYPE } from '../../cases/index.ts'
import type { Chart } from '../charts/index.ts'
import type { Figure } from '../indicators/index.ts'
import type { Speech } from './charts-of.ts'
import { unitOf } from './key-figures.ts'
import { pick } from './pick.ts'
import { pointOf } from './say-missing.ts'

/** Those that a case passes until it is answered. */
export const STATES_ON_THE_WAY = CASE_STATES.filter(
  (state) => STATE_TYPE[state] === 'open' || STATE_TYPE[state] === 'waiting',
)

/** Where the time goes: half of the cases, and nine of ten, left each state after so many days. */
export function stateTimesChart(figures: readonly Figure[], kind: string, { t }: Speech): Chart {
  const told = (measure: 'p50' | 'p90') =>
    STATES_ON_THE_WAY.map((state) =>
      pick(figures, { indicator: 'Q09', measure: `in_${state}_${measure}_working_days`, kind }),
    )
  const [half, most] = [told('p50'), told('p90')]
  return {
    form: 'bars',
    title: titleOf(most, t),
    unit: unitOf('days', t),
    axis: t('dashboards.axis.state'),
    categories: STATES_ON_THE_WAY.map((state) => t(`cases.staff_state.${state}`)),
    series: [
      { name: t('dashboards.axis.median'), points: half.map((figure) => pointOf(figure, t)) },
      { name: t('dashboards.axis.nine_of_ten'), points: most.map((figure) => pointOf(figure, t)) },
    ],
    note: t('dashboards.note.states'),
  }
}

/** The state in which the slowest tenth stayed longest, where one stands out. */
function titleOf(most: readonly (Figure | null)[], t: Speech['t']): string {
  const values = most.map((figure) => figure?.value ?? 0)
  const longest = Math.max(...values)
  const slowest = STATES_ON_THE_WAY.filter((_, index) => values[index] === longest)
  const [state] = slowest
  if (longest === 0 || slowest.length > 1 || !state) return t('dashboards.title.states')
  return t('dashboards.title.slowest_state', { state: t(`cases.staff_state.${state}`) })
}

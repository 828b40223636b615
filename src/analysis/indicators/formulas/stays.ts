import type { CellIndicator } from './indicator.ts'
import { timesOf } from './worth.ts'

/**
 * Where the time of Q09 goes: how long cases stayed in a state, counted when they left it. Cases pass some
 * states and not others, so that each rests on as many as passed it.
 */
export function stayIndicator(state: string): CellIndicator {
  return {
    id: 'Q09',
    source: 'domain 11.2',
    unit: 'days',
    direction: 'lower',
    needs: ['book'],
    reads: [`stay_working:${state}`],
    rests: [`stay_working:${state}`],
    worth: (sums) =>
      timesOf(sums.histogram(`stay_working:${state}`), 'working', false).map((worth) => ({
        ...worth,
        measure: `in_${state}_${worth.measure}`,
      })),
  }
}

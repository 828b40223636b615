import type { IndicatorId } from '../figure.ts'
import { backlog } from './backlog.ts'
import { inTime } from './in-time.ts'
import type { CellIndicator, Indicator } from './indicator.ts'
import { outcomes } from './outcomes.ts'
import { reception } from './reception.ts'
import { times } from './times.ts'

const SOURCE = 'domain 11.2'

/** Those that the cells of one place answer. */
export const CELL_INDICATORS: readonly CellIndicator[] = [
  ...reception,
  ...inTime,
  ...times,
  ...backlog,
  ...outcomes,
]

type Beside = Omit<Indicator, 'source'>

/** Those that compare places, ask other features, or rest on what nobody keeps here yet. */
const BESIDE: readonly Beside[] = [
  { id: 'Q20', unit: 'share', direction: 'none', needs: ['book'] },
  { id: 'Q21', unit: 'share', direction: 'none', needs: ['book'] },
  { id: 'Q22', unit: 'share', direction: 'none', needs: ['book'] },
  { id: 'Q23', unit: 'ratio', direction: 'lower', needs: ['improvements', 'attentions'] },
  { id: 'Q24', unit: 'share', direction: 'lower', needs: ['book'] },
  { id: 'Q25', unit: 'score', direction: 'higher', needs: ['surveys'] },
  { id: 'Q28', unit: 'correlation', direction: 'none', needs: ['surveys'] },
  { id: 'Q29', unit: 'share', direction: 'higher', needs: ['answer_samples'] },
  { id: 'Q30', unit: 'share', direction: 'higher', needs: ['improvements'] },
  { id: 'Q31', unit: 'share', direction: 'higher', needs: ['improvements'] },
  { id: 'Q32', unit: 'share', direction: 'higher', needs: ['improvements'] },
  { id: 'Q33', unit: 'share', direction: 'lower', needs: ['book'] },
  { id: 'Q34', unit: 'share', direction: 'higher', needs: ['sites'] },
  { id: 'Q35', unit: 'cases', direction: 'none', needs: ['sealed_figures'] },
]

/** All thirty-five, in their order; name and formula in words are `indicators.<id>_name` and `_formula`. */
export const CATALOGUE: readonly Indicator[] = [
  ...CELL_INDICATORS.filter(
    ({ id }, index) => CELL_INDICATORS.findIndex((each) => each.id === id) === index,
  ),
  ...BESIDE.map((each): Indicator => ({ ...each, source: SOURCE })),
].sort((one, other) => (one.id < other.id ? -1 : 1))

export function definitionOf(id: IndicatorId): Indicator {
  const found = CATALOGUE.find((each) => each.id === id)
  if (!found) throw new RangeError(`There is no indicator ${id}`)
  return found
}

import type { Office } from '../office.ts'
import { inSealedTransaction } from '../sealed-store.ts'
import type { OpenSealed } from '../sealed-database.ts'
import { listSkeletonPeriods, listSkeletons } from '../skeleton-store.ts'
import { figuresOf, isTold, type PeriodFigures } from './period-figures.ts'

const CHANNELS = ['web', 'api', 'in_person', 'phone', 'letter'] as const

/** Of every half-year that may be told, the latest first. */
export function readFigures(
  sealed: OpenSealed,
  { administrationId, rules, day }: Office,
): Promise<PeriodFigures[]> {
  const known = {
    anonymity: ['anonymous', 'named'],
    category: rules.categories.map(({ code }) => code),
    channel: CHANNELS,
    outcome: rules.outcomes.map(({ code }) => code),
  }
  return inSealedTransaction(sealed, administrationId, async (tx) => {
    const figures: PeriodFigures[] = []
    for (const period of await listSkeletonPeriods(tx)) {
      if (isTold(period, day))
        figures.push(figuresOf(period, await listSkeletons(tx, period), known))
    }
    return figures
  })
}

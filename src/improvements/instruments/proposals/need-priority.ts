import type { Trouble } from '../../../analysis/index.ts'

const GRAVE = 3
/** One in four. */
export const MANY = 0.25
const SOME = 0.1

/** Grave, or told by one in four, comes first; who is too few to be counted comes last. */
export function priorityOf({
  n,
  of,
  severity,
}: Pick<Trouble, 'n' | 'of' | 'severity'>): 'high' | 'medium' | 'low' {
  const share = shareOf({ n, of })
  if ((severity ?? 0) >= GRAVE || share >= MANY) return 'high'
  return share >= SOME ? 'medium' : 'low'
}

/** Of how many; nothing where they are too few to be told. */
export function shareOf({ n, of }: Pick<Trouble, 'n' | 'of'>): number {
  return n === null || of === 0 ? 0 : n / of
}

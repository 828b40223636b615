import type { GapRow } from './gap.ts'

/** What a row lacks before its analysis is closed (AB-02 to AB-05). */
export const ROW_FAULTS = [
  'nothing_said',
  'no_action',
  'no_severity',
  'no_feasibility',
  'no_owner',
  'no_date',
] as const
export type RowFault = (typeof ROW_FAULTS)[number]

/** A row says a problem and all that follows from it, or expressly that there is none, and how one knows. */
export function faultsOfRow(row: GapRow): RowFault[] {
  if (row.problem === '') return row.noProblem === '' ? ['nothing_said'] : []
  return [
    ...(row.action === '' ? (['no_action'] as const) : []),
    ...(row.severity === null ? (['no_severity'] as const) : []),
    ...(row.feasibility === null ? (['no_feasibility'] as const) : []),
    ...(row.ownerId === null ? (['no_owner'] as const) : []),
    ...(row.dueOn === null ? (['no_date'] as const) : []),
  ]
}

/** Too late to be called current, or soon. */
export function reviewState(
  { reviewOn }: { reviewOn: string },
  { today, soon }: { today: string; soon: string },
): 'current' | 'soon' | 'expired' {
  if (reviewOn < today) return 'expired'
  return reviewOn <= soon ? 'soon' : 'current'
}

import { holds, type Colleague, type Role, type Staff } from '../people/index.ts'
import type { Handover, HandoverCase } from './handover-store.ts'

/** Who sees to it that the work is shared out. */
export const RESPONSIBLES: readonly Role[] = ['claims_manager', 'deputy_claims_manager']
export const LEADERS: readonly Role[] = [...RESPONSIBLES, 'unit_head', 'office_head']
/** Who has cases of their own to hand over, or shares out those of others. */
export const RELIEVED: readonly Role[] = [...LEADERS, 'unit_handler']

/** Those who may have cases in hand. */
const HANDLERS: readonly Role[] = ['unit_handler', 'unit_head', 'office_head']

export function mayHaveInHand({ posts }: Colleague): boolean {
  return posts.some(({ role }) => HANDLERS.includes(role))
}

/** Their own people and nobody else's: those of the whole book, of the unit or of the centre. */
export function peopleOf(
  staff: Staff,
  administrationId: string,
  colleagues: readonly Colleague[],
): Colleague[] {
  const handlers = colleagues.filter(mayHaveInHand)
  if (holds(staff, RESPONSIBLES, { administrationId })) return handlers
  return handlers.filter(({ posts }) =>
    posts.some(({ centreId, unitId }) => leads(staff, administrationId, { centreId, unitId })),
  )
}

/** A post in nothing in particular is in nobody's unit. */
function leads(
  staff: Staff,
  administrationId: string,
  { centreId, unitId }: { centreId: string | null; unitId: string | null },
): boolean {
  return (
    (unitId !== null && holds(staff, ['unit_head'], { administrationId, unitId })) ||
    (centreId !== null && holds(staff, ['office_head'], { administrationId, centreId }))
  )
}

/** A handover is known to whoever gave, took or made it, and to the responsible. */
export function maySeeHandover(
  staff: Staff,
  {
    administrationId,
    fromAccountId,
    madeBy,
  }: Pick<Handover, 'administrationId' | 'fromAccountId' | 'madeBy'>,
  cases: readonly HandoverCase[],
): boolean {
  if (holds(staff, RESPONSIBLES, { administrationId })) return true
  return [fromAccountId, madeBy, ...cases.map(({ to }) => to)].includes(staff.accountId)
}

import type { Role } from '../../people/index.ts'

/** Who leads the work: opens the board, and calls the phases. */
export const leaders: readonly Role[] = ['analyst', 'claims_manager', 'deputy_claims_manager']

/** Who moves cards, names groups and votes. */
export const hands: readonly Role[] = [...leaders, 'improvement_owner']

export const onlookers: readonly Role[] = [...hands, 'auditor']

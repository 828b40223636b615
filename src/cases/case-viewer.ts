import type { BookRules } from '../administrations/index.ts'
import type { Staff } from '../people/index.ts'
import type { CaseViewer } from './case-policy.ts'

/** Who looks, with the entries of the directory that are this very person. */
export function caseViewer(staff: Staff, { administration, officials }: BookRules): CaseViewer {
  return {
    staff,
    administrationId: administration.administrationId,
    officialIds: officials.flatMap(({ accountId, officialId }) =>
      accountId === staff.accountId ? [officialId] : [],
    ),
  }
}

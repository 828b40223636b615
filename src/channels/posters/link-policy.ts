import { holds, scopesOf, type Role, type Staff } from '../../people/index.ts'

/** Who makes posters: whoever answers for the book, and each head of office for the own centre. */
export const MAKERS: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'office_head']

const OF_THE_BOOK: readonly Role[] = ['claims_manager', 'deputy_claims_manager']

/** Whether the person keeps the links of a centre; of no centre: of the whole administration. */
export function mayKeepLinks(
  staff: Staff,
  { administrationId, centreId }: { administrationId: string; centreId: string | null },
): boolean {
  return holds(staff, MAKERS, { administrationId, centreId })
}

/** Whether the person decides where on the web the form may be shown. */
export function mayKeepOrigins(staff: Staff, administrationId: string): boolean {
  return holds(staff, OF_THE_BOOK, { administrationId })
}

/** The centres whose links the person sees; null: all of them. */
export function centresOf(staff: Staff, administrationId: string): readonly string[] | null {
  if (holds(staff, OF_THE_BOOK, { administrationId })) return null
  return scopesOf(staff, 'office_head').flatMap(({ administrationId: of, centreId }) =>
    of === administrationId && centreId !== null ? [centreId] : [],
  )
}

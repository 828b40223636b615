import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { CaseState } from './case-states.ts'
import type { CaseRatingTable } from './case-tables.ts'

/** What a case's rows say for its facts; no word that anybody wrote and no person. */
export interface CaseOutline {
  caseId: string
  kind: string
  state: CaseState
  channel: string
  language: string
  registeredAt: Date
  centreId: string
  unitId: string | null
  serviceId: string | null
  motive: string | null
  dueOn: PlainDate | null
  outcome: string | null
  answeredAt: Date | null
  notifiedAt: Date | null
  linkedCaseId: string | null
  handedOverAt: Date | null
  /** It had a number of its own, though not yet the book's. */
  hadProvisionalNumber: boolean
  satisfaction: number | null
  resolved: CaseRatingTable['resolved'] | null
  ratedAt: Date | null
  /** When somebody came back about the same service, the first time. */
  followedAt: Date | null
}

export async function listOutlines(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<CaseOutline[]> {
  const { rows } = await sql<CaseOutline>`
    select cases.case_id as "caseId", kind, state, channel, language, registered_at as "registeredAt",
      centre_id as "centreId", unit_id as "unitId", service_id as "serviceId", motives[1] as motive,
      due_on as "dueOn", outcome, answered_at as "answeredAt", notified_at as "notifiedAt",
      linked_case_id as "linkedCaseId", handed_over_at as "handedOverAt",
      provisional_number is not null as "hadProvisionalNumber", satisfaction, resolved,
      rated_at as "ratedAt",
      (select min(later.registered_at) from cases later
        where later.administration_id = cases.administration_id and later.linked_case_id = cases.case_id
          and later.state <> 'consolidated'
          and later.service_id is not distinct from cases.service_id) as "followedAt"
    from cases
    left join case_origins origin
      on origin.administration_id = cases.administration_id and origin.case_id = cases.case_id
    left join case_ratings rating
      on rating.administration_id = cases.administration_id and rating.case_id = cases.case_id
    where cases.administration_id = ${administrationId} and cases.case_id = any(${caseIds})`.execute(
    db,
  )
  return rows
}

/** A case by its place in the order of registration. */
export interface RegisteredCase {
  caseId: string
  caseNumber: string
  /** As the database writes it, to the microsecond. */
  registeredAt: string
}

/** In the order of their registration, after a given one, so that a book of any size is walked through in steps. */
export async function listRegistered(
  db: Db,
  administrationId: string,
  after: RegisteredCase | null,
  limit: number,
): Promise<RegisteredCase[]> {
  const beyond = after
    ? sql`and (registered_at, case_number) > (${after.registeredAt}::timestamptz, ${after.caseNumber})`
    : sql``
  const { rows } = await sql<RegisteredCase>`
    select case_id as "caseId", case_number as "caseNumber", registered_at::text as "registeredAt"
    from cases where administration_id = ${administrationId} ${beyond}
    order by cases.registered_at, case_number limit ${limit}`.execute(db)
  return rows
}

/** The cases about which these were told again: a later one changes what an earlier one tells. */
export async function listEarlier(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('linked_case_id')
    .distinct()
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .where('linked_case_id', 'is not', null)
    .execute()
  return rows.flatMap((row) => row.linked_case_id ?? [])
}

/** People who gave a document, and those of them with two cases or more about one service. */
export interface Returning {
  people: number
  returning: number
}

/** Of the cases registered from one instant until before another. */
export async function countReturning(
  db: Db,
  administrationId: string,
  { from, until, centreId }: { from: Date; until: Date; centreId: string | null },
): Promise<Returning> {
  const inCentre = centreId === null ? sql`` : sql`and centre_id = ${centreId}`
  const { rows } = await sql<Returning>`
    with told as (
      select document_type, document_number, service_id, count(*) as cases
      from cases join case_people using (administration_id, case_id)
      where administration_id = ${administrationId} and state <> 'consolidated'
        and registered_at >= ${from} and registered_at < ${until}
        and document_number is not null ${inCentre}
      group by 1, 2, 3
    )
    select count(distinct (document_type, document_number))::int as people,
      count(distinct (document_type, document_number))
        filter (where cases >= 2 and service_id is not null)::int as returning
    from told`.execute(db)
  return rows[0] ?? { people: 0, returning: 0 }
}

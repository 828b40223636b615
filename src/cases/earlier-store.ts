import { sql, type SqlBool } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { CaseViewer } from './case-policy.ts'
import { CASE_COLUMNS, caseFromRow } from './case-row.ts'
import type { Case } from './case.ts'
import { visibleTo } from './desk-conditions-store.ts'

/** A case of before: of the same person, or of the same service in the same office lately. */
export interface EarlierCase {
  item: Case
  isOfPerson: boolean
}

/** However large the book is, so many of its newest cases are looked through for the same service. */
const LOOKED_THROUGH = 2000
const MOST_LOOKED_AT = 50
const MOST_OF_PERSON = 5
const MOST_OF_SERVICE = 3

/**
 * What the viewer may see of it, the newest first. A person is the same by document, e-mail or telephone; of a case
 * whose person gave none there is no other.
 */
export async function listEarlierCases(
  db: Db,
  viewer: CaseViewer,
  { administrationId, caseId, centreId, serviceId, registeredAt }: Case,
  since: Date,
): Promise<EarlierCase[]> {
  const earlier = db
    .selectFrom('cases')
    .where('administration_id', '=', administrationId)
    .where('case_id', '<>', caseId)
    .where('state', '<>', 'consolidated')
    .where('registered_at', '<=', registeredAt)
    .where((on) => visibleTo(on, viewer))
    .orderBy('registered_at', 'desc')
    .orderBy('case_number', 'desc')
  const ofPerson = earlier
    .select([...CASE_COLUMNS, sql<boolean>`true`.as('of_person')])
    .where(sql<SqlBool>`case_id = any(array(${samePerson(administrationId, caseId)}))`)
    .limit(MOST_OF_PERSON)
  const lately = sql<SqlBool>`case_id = any(array(select case_id from (
      select case_id, centre_id, service_id from cases
      where administration_id = ${administrationId} and registered_at >= ${since}
        and registered_at <= ${registeredAt}
      order by registered_at desc, case_number desc limit ${LOOKED_THROUGH}
    ) newest where centre_id = ${centreId} and service_id = ${serviceId} limit ${MOST_LOOKED_AT}))`
  const ofService = earlier
    .select([...CASE_COLUMNS, sql<boolean>`false`.as('of_person')])
    .where(lately)
    .limit(MOST_OF_SERVICE)
  const both = db
    .selectFrom(ofPerson.as('person'))
    .selectAll()
    .unionAll(db.selectFrom(ofService.as('service')).selectAll())
  const rows = await (serviceId === null ? ofPerson : both).execute()
  const persons = new Set(rows.flatMap((row) => (row.of_person ? [row.case_id] : [])))
  return rows
    .filter((row) => row.of_person || !persons.has(row.case_id))
    .map((row) => ({ item: caseFromRow(row), isOfPerson: row.of_person }))
}

/** Each way is an index of its own; as an array they are few, so that the book is not walked through for them. */
function samePerson(administrationId: string, caseId: string) {
  const phone = (alias: string) =>
    sql.raw(`right(regexp_replace(${alias}.phone, '\\D', '', 'g'), 9)`)
  const same = (condition: ReturnType<typeof sql>) => sql`
    select other.case_id from case_people own join case_people other
      on other.administration_id = own.administration_id and ${condition}
    where own.administration_id = ${administrationId} and own.case_id = ${caseId}
      and own.erased_at is null and other.erased_at is null`
  return sql`
    ${same(sql`other.document_number = own.document_number and other.document_type = own.document_type`)}
    union ${same(sql`lower(other.email) = lower(own.email)`)}
    union ${same(sql`${phone('other')} = ${phone('own')} and length(${phone('own')}) >= 7`)}`
}

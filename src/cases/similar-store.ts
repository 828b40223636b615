import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { Tables } from '../platform/database/tables.ts'
import type { CaseViewer } from './case-policy.ts'
import { CASE_COLUMNS, caseFromRow } from './case-row.ts'
import type { Case } from './case.ts'
import { visibleTo } from './desk-conditions-store.ts'
import { normaliseDocument } from './filing-rules.ts'
import type { PersonInput } from './filing.ts'

const MOST_SHOWN = 10
/** Of a telephone's last figures: with or without the country's, they are the same telephone. */
const FIGURES_OF_PHONE = 9

/** Open cases of somebody with the same document, e-mail or telephone in one office, the newest first. */
export async function listSimilarCases(
  db: Db,
  viewer: CaseViewer,
  { centreId, person }: { centreId: string; person: PersonInput },
): Promise<Case[]> {
  const same = samePerson(person)
  if (same.length === 0) return []
  const rows = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('administration_id', '=', viewer.administrationId)
    .where('centre_id', '=', centreId)
    .where('is_open', '=', true)
    .where((on) => visibleTo(on, viewer))
    .where((on) => on('case_id', 'in', casesOf(on, viewer.administrationId, same)))
    .orderBy('registered_at', 'desc')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map(caseFromRow)
}

function casesOf(
  on: ExpressionBuilder<Tables, 'cases'>,
  administrationId: string,
  same: readonly Expression<SqlBool>[],
) {
  return on
    .selectFrom('case_people as person')
    .select('person.case_id')
    .where('person.administration_id', '=', administrationId)
    .where('person.erased_at', 'is', null)
    .where((own) => own.or([...same]))
}

function samePerson({ documentNumber, email, phone }: PersonInput): Expression<SqlBool>[] {
  const document = normaliseDocument(documentNumber ?? '')
  const figures = (phone ?? '').replace(/\D/g, '').slice(-FIGURES_OF_PHONE)
  return [
    ...(document ? [sql<SqlBool>`person.document_number = ${document}`] : []),
    ...(email ? [sql<SqlBool>`lower(person.email) = ${email.toLowerCase()}`] : []),
    ...(figures.length >= 7
      ? [sql<SqlBool>`right(regexp_replace(person.phone, '\\D', '', 'g'), 9) = ${figures}`]
      : []),
  ]
}

import type { Selectable } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { canonicalJson, commitTo, type EventCommitment } from '../ledger/index.ts'
import type { CasePersonTable } from './case-tables.ts'
import type { PersonInput, SupportNeed } from './filing.ts'
import { normaliseDocument } from './filing-rules.ts'

/** Who filed a case, as they gave it. Every look at it is recorded by whoever shows it. */
export interface CasePerson {
  names: string | null
  firstSurname: string | null
  secondSurname: string | null
  legalName: string | null
  representative: string | null
  documentType: string | null
  documentNumber: string | null
  email: string | null
  phone: string | null
  address: string | null
  supportNeeds: readonly SupportNeed[] | null
}

/** The person's row and the promise about it that the history keeps; null when nothing was given. */
export function newPerson(
  about: { administrationId: string; caseId: string },
  input: PersonInput | undefined,
): { row: CasePersonTable; promise: EventCommitment } | null {
  const given = Object.entries(input ?? {}).filter(([, value]) => value !== undefined)
  if (!input || given.length === 0) return null
  const { salt, commitment } = commitTo(canonicalJson(Object.fromEntries(given)))
  const row: CasePersonTable = {
    administration_id: about.administrationId,
    case_id: about.caseId,
    names: input.names ?? null,
    first_surname: input.firstSurname ?? null,
    second_surname: input.secondSurname ?? null,
    legal_name: input.legalName ?? null,
    representative: input.representative ?? null,
    document_type: input.documentType ?? null,
    document_number: input.documentNumber ? normaliseDocument(input.documentNumber) : null,
    email: input.email ?? null,
    phone: input.phone ?? null,
    address: input.address ?? null,
    support_needs: input.supportNeeds ?? null,
    salt,
    commitment,
    erased_at: null,
  }
  return {
    row,
    promise: { kind: 'person', id: about.caseId, commitment: commitment.toString('hex') },
  }
}

export async function findPerson(
  db: Db,
  administrationId: string,
  caseId: string,
): Promise<CasePerson | null> {
  const row = await db
    .selectFrom('case_people')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return row ? personFromRow(row) : null
}

/** In the place of what was there; nothing comes back of a person who was erased. */
export async function upsertPerson(tx: Tx, row: CasePersonTable): Promise<void> {
  await tx
    .insertInto('case_people')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['administration_id', 'case_id'])
        .doUpdateSet(row)
        .where('case_people.erased_at', 'is', null),
    )
    .execute()
}

export async function erasePerson(
  tx: Tx,
  { administrationId, caseId }: { administrationId: string; caseId: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('case_people')
    .set({
      names: null,
      first_surname: null,
      second_surname: null,
      legal_name: null,
      representative: null,
      document_type: null,
      document_number: null,
      email: null,
      phone: null,
      address: null,
      support_needs: null,
      salt: null,
      erased_at: now,
    })
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .execute()
}

function personFromRow(row: Selectable<CasePersonTable>): CasePerson {
  return {
    names: row.names,
    firstSurname: row.first_surname,
    secondSurname: row.second_surname,
    legalName: row.legal_name,
    representative: row.representative,
    documentType: row.document_type,
    documentNumber: row.document_number,
    email: row.email,
    phone: row.phone,
    address: row.address,
    supportNeeds: row.support_needs,
  }
}

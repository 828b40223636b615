import type { Db } from '../platform/database/connection.ts'
import type { CaseState } from './case-states.ts'
import type { CasePerson } from './person-store.ts'

/** A case as it leaves for another system: without its person, its history and what staff wrote among them. */
export interface ExportedCase {
  caseId: string
  caseNumber: string
  outsideNumber: string | null
  kind: string
  channel: string
  language: string
  state: CaseState
  outcome: string | null
  registeredAt: Date
  dueOn: string | null
  answeredAt: Date | null
  closedAt: Date | null
  centreId: string
  serviceId: string | null
  unitId: string | null
  motives: readonly string[]
  /** Null once erased. */
  description: string | null
}

/** In the order of registration, after a number of the same order; numbers of a book grow with it. */
export async function listForExport(
  db: Db,
  administrationId: string,
  after: { registeredAt: Date; caseNumber: string } | null,
  limit: number,
): Promise<ExportedCase[]> {
  let query = db
    .selectFrom('cases')
    .leftJoin('case_contents as content', (on) =>
      on
        .onRef('content.administration_id', '=', 'cases.administration_id')
        .onRef('content.case_id', '=', 'cases.case_id')
        .on('content.kind', '=', 'description'),
    )
    .select([
      'cases.case_id',
      'case_number',
      'outside_number',
      'cases.kind',
      'channel',
      'language',
      'state',
      'outcome',
      'registered_at',
      'due_on',
      'answered_at',
      'closed_at',
      'centre_id',
      'service_id',
      'unit_id',
      'motives',
      'content.body',
    ])
    .where('cases.administration_id', '=', administrationId)
    .orderBy('registered_at')
    .orderBy('case_number')
    .limit(limit)
  if (after) {
    query = query.where((on) =>
      on.or([
        on('registered_at', '>', after.registeredAt),
        on.and([
          on('registered_at', '=', after.registeredAt),
          on('case_number', '>', after.caseNumber),
        ]),
      ]),
    )
  }
  const rows = await query.execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    caseNumber: row.case_number,
    outsideNumber: row.outside_number,
    kind: row.kind,
    channel: row.channel,
    language: row.language,
    state: row.state,
    outcome: row.outcome,
    registeredAt: row.registered_at,
    dueOn: row.due_on,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
    centreId: row.centre_id,
    serviceId: row.service_id,
    unitId: row.unit_id,
    motives: row.motives,
    description: row.body,
  }))
}

export type ExportedPerson = { caseId: string } & Omit<CasePerson, 'supportNeeds'>

/** Those that were not erased. */
export async function listPeopleForExport(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<ExportedPerson[]> {
  return db
    .selectFrom('case_people')
    .select([
      'case_id as caseId',
      'names',
      'first_surname as firstSurname',
      'second_surname as secondSurname',
      'legal_name as legalName',
      'representative',
      'document_type as documentType',
      'document_number as documentNumber',
      'email',
      'phone',
      'address',
    ])
    .where('administration_id', '=', administrationId)
    .where('case_id', 'in', caseIds)
    .where('erased_at', 'is', null)
    .execute()
}

export interface ExportedAnswer {
  caseId: string
  approvedAt: Date | null
  outcome: string
  /** Null once erased. */
  body: string | null
  measures: string | null
}

/** What was answered, draft and comment among staff aside. */
export async function listAnswersForExport(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<ExportedAnswer[]> {
  return db
    .selectFrom('answers as answer')
    .leftJoin('case_contents as body', (on) =>
      on
        .onRef('body.administration_id', '=', 'answer.administration_id')
        .onRef('body.content_id', '=', 'answer.body_content_id'),
    )
    .leftJoin('case_contents as measures', (on) =>
      on
        .onRef('measures.administration_id', '=', 'answer.administration_id')
        .onRef('measures.content_id', '=', 'answer.measures_content_id'),
    )
    .select([
      'answer.case_id as caseId',
      'answer.decided_at as approvedAt',
      'answer.outcome',
      'body.body',
      'measures.body as measures',
    ])
    .where('answer.administration_id', '=', administrationId)
    .where('answer.case_id', 'in', caseIds)
    .where('answer.state', '=', 'approved')
    .orderBy('answer.decided_at')
    .execute()
}

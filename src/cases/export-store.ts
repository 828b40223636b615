import type { Db } from '../platform/database/connection.ts'
import type { CaseState } from './case-states.ts'

/** A case as it leaves for another system: without its person, its history and what staff wrote among them. */
export interface ExportedCase {
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

import type { Db } from '../platform/database/connection.ts'

/** A corrective measure that a delivered answer promises; what it says stays with the case. */
export interface PromisedMeasure {
  answerId: string
  caseId: string
  caseNumber: string
  centreId: string
  unitId: string | null
  deliveredAt: Date
}

/** Of answers that reached the person; not of cases that only few may see, nor of what was erased. */
export async function listPromisedMeasures(
  db: Db,
  administrationId: string,
  of: { caseId: string } | { deliveredSince: Date },
): Promise<PromisedMeasure[]> {
  let query = db
    .selectFrom('answers')
    .innerJoin('deliveries', (join) =>
      join
        .onRef('deliveries.administration_id', '=', 'answers.administration_id')
        .onRef('deliveries.answer_id', '=', 'answers.answer_id')
        // said for the index of the case's deliveries
        .onRef('deliveries.case_id', '=', 'answers.case_id')
        .on('deliveries.state', '=', 'delivered'),
    )
    .innerJoin('cases', (join) =>
      join
        .onRef('cases.administration_id', '=', 'answers.administration_id')
        .onRef('cases.case_id', '=', 'answers.case_id'),
    )
    .innerJoin('case_contents', (join) =>
      join
        .onRef('case_contents.administration_id', '=', 'answers.administration_id')
        .onRef('case_contents.content_id', '=', 'answers.measures_content_id'),
    )
    .select(({ fn }) => [
      'answers.answer_id as answerId',
      'cases.case_id as caseId',
      'cases.case_number as caseNumber',
      'cases.centre_id as centreId',
      'cases.unit_id as unitId',
      fn.min('deliveries.settled_at').as('deliveredAt'),
    ])
    .where('answers.administration_id', '=', administrationId)
    .where('answers.state', '=', 'approved')
    .where('case_contents.erased_at', 'is', null)
    .where('cases.restricted', 'is', null)
    .groupBy([
      'answers.answer_id',
      'cases.case_id',
      'cases.case_number',
      'cases.centre_id',
      'cases.unit_id',
    ])
    .orderBy('cases.case_number')
  if ('caseId' in of) query = query.where('answers.case_id', '=', of.caseId)
  else query = query.where('deliveries.settled_at', '>=', of.deliveredSince)
  const rows = await query.execute()
  return rows.flatMap(({ deliveredAt, ...row }) => (deliveredAt ? [{ ...row, deliveredAt }] : []))
}

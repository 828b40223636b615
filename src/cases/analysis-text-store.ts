import { sql, type SqlBool } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { CaseState } from './case-states.ts'

/** Which cases an analysis reads; an empty list asks for all. */
export interface AnalysisQuestion {
  administrationId: string
  from: PlainDate
  until: PlainDate
  timeZone: string
  kinds: readonly string[]
  centreIds: readonly string[]
  serviceIds: readonly string[]
  channels: readonly string[]
}

/** Where a list continues: the case that came last. */
export interface AnalysisCursor {
  registeredAt: Date
  caseId: string
}

/** A case without its words, to count and to draw samples. */
export interface CaseForAnalysis extends AnalysisCursor {
  kind: string
  centreId: string
  serviceId: string | null
  channel: string
  motive: string | null
  outcome: string | null
  language: string
  priority: number
  /** The person agreed to be quoted without a name. */
  quotation: boolean
}

export interface TextForAnalysis extends CaseForAnalysis {
  text: string
}

interface Page {
  after: AnalysisCursor | null
  limit: number
}

const COLUMNS = [
  'item.case_id as caseId',
  'item.kind',
  'item.centre_id as centreId',
  'item.service_id as serviceId',
  'item.channel',
  sql<string | null>`item.motives[1]`.as('motive'),
  'item.outcome',
  'item.language',
  'item.registered_at as registeredAt',
  'item.priority',
  'item.quotation',
] as const

/** Page by page, the oldest first. */
export async function listCasesForAnalysis(
  db: Db,
  question: AnalysisQuestion,
  page: Page,
): Promise<CaseForAnalysis[]> {
  return readable(db, question, page).select(COLUMNS).execute()
}

/** With what the person told, as it was written: whoever reads on masks it first. */
export async function listTextsForAnalysis(
  db: Db,
  question: AnalysisQuestion,
  page: Page,
): Promise<TextForAnalysis[]> {
  return readable(db, question, page)
    .select([...COLUMNS, sql<string>`content.body`.as('text')])
    .execute()
}

/** The same of cases already chosen; one that was erased or restricted meanwhile is left out. */
export async function listChosenTexts(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<TextForAnalysis[]> {
  if (caseIds.length === 0) return []
  return told(db, administrationId)
    .where('item.case_id', 'in', caseIds)
    .select([...COLUMNS, sql<string>`content.body`.as('text')])
    .execute()
}

/** The newest first, without their words; none that names one of these officials. */
export async function listNewestCases(
  db: Db,
  question: AnalysisQuestion,
  { limit, officialIds }: { limit: number; officialIds: readonly string[] },
): Promise<(CaseForAnalysis & { caseNumber: string })[]> {
  return readable(db, question, { after: null, limit })
    .where(sql<SqlBool>`not item.named_officials && ${[...officialIds]}::uuid[]`)
    .select([...COLUMNS, 'item.case_number as caseNumber'])
    .clearOrderBy()
    .orderBy('item.registered_at', 'desc')
    .orderBy('item.case_id', 'desc')
    .execute()
}

/** A case with what the staff made of it. */
export interface ConfirmedCase extends AnalysisCursor {
  kind: string
  unitId: string | null
  serviceId: string | null
  motive: string | null
  language: string
  priority: number
  text: string
}

/**
 * The newest first: those that a unit took up or that were answered. By then a person has read what they
 * are and could have sent them elsewhere, also where a rule assigned them.
 */
export async function listConfirmedCases(
  db: Db,
  administrationId: string,
  { after, limit }: Page,
): Promise<ConfirmedCase[]> {
  return told(db, administrationId)
    .where('item.state', 'in', CONFIRMED)
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(item.registered_at, item.case_id) < (${after?.registeredAt}, ${after?.caseId}::uuid)`,
      ),
    )
    .select([...COLUMNS, 'item.unit_id as unitId', sql<string>`content.body`.as('text')])
    .orderBy('item.registered_at', 'desc')
    .orderBy('item.case_id', 'desc')
    .limit(limit)
    .execute()
}

export async function countConfirmedCases(db: Db, administrationId: string): Promise<number> {
  const { count } = await told(db, administrationId)
    .where('item.state', 'in', CONFIRMED)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const CONFIRMED: CaseState[] = [
  'in_analysis',
  'response_drafted',
  'response_issued',
  'notified',
  'closed',
]

function readable(db: Db, question: AnalysisQuestion, { after, limit }: Page) {
  const { administrationId, from, until, timeZone, kinds, centreIds, serviceIds, channels } =
    question
  return (
    told(db, administrationId)
      // the first two bounds are for the index: no zone is a day away
      .where(sql<SqlBool>`item.registered_at >= ${from}::date - interval '1 day'`)
      .where(sql<SqlBool>`item.registered_at < ${until}::date + interval '2 days'`)
      .where(
        sql<SqlBool>`(item.registered_at at time zone ${timeZone})::date between ${from} and ${until}`,
      )
      .$if(kinds.length > 0, (query) => query.where('item.kind', 'in', kinds))
      .$if(centreIds.length > 0, (query) => query.where('item.centre_id', 'in', centreIds))
      .$if(serviceIds.length > 0, (query) => query.where('item.service_id', 'in', serviceIds))
      .$if(channels.length > 0, (query) =>
        query.where(sql<SqlBool>`item.channel = any(${[...channels]}::text[])`),
      )
      .$if(after !== null, (query) =>
        query.where(
          sql<SqlBool>`(item.registered_at, item.case_id) > (${after?.registeredAt}, ${after?.caseId}::uuid)`,
        ),
      )
      .orderBy('item.registered_at')
      .orderBy('item.case_id')
      .limit(limit)
  )
}

/**
 * What is restricted is for the responsible alone until somebody lifted it, and so no analysis reads it:
 * corruption above all. Nor what its person opposed. What was joined to another case was told there, what was
 * erased is gone.
 */
function told(db: Db, administrationId: string) {
  return db
    .selectFrom('cases as item')
    .innerJoin('case_contents as content', (join) =>
      join
        .onRef('content.administration_id', '=', 'item.administration_id')
        .onRef('content.case_id', '=', 'item.case_id')
        .on('content.kind', '=', 'description'),
    )
    .where('item.administration_id', '=', administrationId)
    .where('item.restricted', 'is', null)
    .where('item.state', '<>', 'consolidated')
    .where('content.body', 'is not', null)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('case_oppositions as opposed')
            .select('opposed.case_id')
            .whereRef('opposed.administration_id', '=', 'item.administration_id')
            .whereRef('opposed.case_id', '=', 'item.case_id'),
        ),
      ),
    )
}

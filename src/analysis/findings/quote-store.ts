import type { Db, Tx } from '../../platform/database/connection.ts'
import type { QuoteRole } from './propose-quotes.ts'
import type { Whose } from './read-ideas.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    finding_quotes: {
      administration_id: string
      corpus_id: string
      segment_id: string
      code_id: string
      role: QuoteRole
      decision: StoredQuote['decision']
      quote: string
      paraphrase: string
      reason: string
      version: number
      decided_at: Date
      decided_by: string
    }
  }
}

/** What a person decided about a quote that was proposed. */
export interface StoredQuote {
  segmentId: string
  codeId: string
  role: QuoteRole
  decision: 'accepted' | 'rejected'
  /** The words as told, with cuts only. */
  quote: string
  paraphrase: string
  reason: string
  version: number
  decidedAt: Date
  decidedBy: string
}

const QUOTE = [
  'segment_id as segmentId',
  'code_id as codeId',
  'role',
  'decision',
  'quote',
  'paraphrase',
  'reason',
  'version',
  'decided_at as decidedAt',
  'decided_by as decidedBy',
] as const

export async function listQuotes(
  db: Db,
  { administrationId, corpusId }: Whose,
): Promise<StoredQuote[]> {
  return db
    .selectFrom('finding_quotes')
    .select(QUOTE)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .orderBy('decided_at')
    .orderBy('segment_id')
    .execute()
}

/** Version 0 begins; false: somebody else decided meanwhile. */
export async function keepQuote(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  { version, ...decided }: StoredQuote,
): Promise<boolean> {
  const values = {
    role: decided.role,
    decision: decided.decision,
    quote: decided.quote,
    paraphrase: decided.paraphrase,
    reason: decided.reason,
    version: version + 1,
    decided_at: decided.decidedAt,
    decided_by: decided.decidedBy,
  }
  if (version === 0) {
    const { numInsertedOrUpdatedRows: inserted } = await tx
      .insertInto('finding_quotes')
      .values({
        administration_id: administrationId,
        corpus_id: corpusId,
        segment_id: decided.segmentId,
        code_id: decided.codeId,
        ...values,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return inserted === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('finding_quotes')
    .set(values)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('segment_id', '=', decided.segmentId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

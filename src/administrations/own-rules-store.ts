import type { Db, Tx } from '../platform/database/connection.ts'
import './administration-tables.ts'
import type { Authorisation, OwnTerm } from './book-rules.ts'

/** What an administration adds to its regime: terms of its own, and permissions that it was given. */

export async function insertOwnTerms(tx: Tx, of: string, terms: readonly OwnTerm[]) {
  if (terms.length === 0) return
  await tx
    .insertInto('own_terms')
    .values(
      terms.map(({ validFrom, validUntil, ...term }) => ({
        administration_id: of,
        valid_from: validFrom,
        valid_until: validUntil,
        ...term,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'step', 'kind', 'valid_from']).doUpdateSet((is) => ({
        days: is.ref('excluded.days'),
        unit: is.ref('excluded.unit'),
        valid_until: is.ref('excluded.valid_until'),
        source: is.ref('excluded.source'),
      })),
    )
    .execute()
}

export async function deleteOwnTerm(
  tx: Tx,
  of: string,
  { step, kind, validFrom }: Pick<OwnTerm, 'step' | 'kind' | 'validFrom'>,
): Promise<void> {
  await tx
    .deleteFrom('own_terms')
    .where('administration_id', '=', of)
    .where('step', '=', step)
    .where('kind', '=', kind)
    .where('valid_from', '=', validFrom)
    .execute()
}

export async function listOwnTerms(db: Db, of: string): Promise<OwnTerm[]> {
  const rows = await db
    .selectFrom('own_terms')
    .selectAll()
    .where('administration_id', '=', of)
    .orderBy('step')
    .orderBy('kind')
    .orderBy('valid_from')
    .execute()
  return rows.map((row) => ({
    step: row.step,
    kind: row.kind,
    days: row.days,
    unit: row.unit,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    source: row.source,
  }))
}

/** A permission recorded before keeps its record. */
export async function insertAuthorisation(
  tx: Tx,
  of: string,
  authorisation: Authorisation & { recordedAt: Date; recordedBy: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('authorisations')
    .values({
      administration_id: of,
      code: authorisation.code,
      reference: authorisation.reference,
      granted_on: authorisation.grantedOn,
      recorded_at: authorisation.recordedAt,
      recorded_by: authorisation.recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function listAuthorisations(db: Db, of: string): Promise<Authorisation[]> {
  const rows = await db
    .selectFrom('authorisations')
    .selectAll()
    .where('administration_id', '=', of)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    reference: row.reference,
    grantedOn: row.granted_on,
  }))
}

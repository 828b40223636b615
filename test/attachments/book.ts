import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../src/platform/database/connection.ts'

/** The least that the tables ask of an administration. */
export async function openBook(db: Db, slug = 'prueba'): Promise<string> {
  const id = randomUUID()
  await sql`
    insert into administrations (administration_id, slug, name, book_code, regime_code,
      calendar_code, time_zone, languages)
    values (${id}, ${slug}, 'Prueba', ${slug.toUpperCase()}, 'prueba', 'prueba', 'UTC', '{es}')
  `.execute(db)
  await sql`
    insert into regimes (regime_code, version, valid_from, source, document, loaded_at)
    values ('prueba', 1, '2026-01-01', 'test', '{}', now()) on conflict do nothing
  `.execute(db)
  return id
}

/** The least that the tables ask of a case. */
export async function openCase(db: Db, administrationId: string): Promise<string> {
  const caseId = randomUUID()
  const centreId = randomUUID()
  await sql`
    insert into centres (administration_id, centre_id, slug, name)
    values (${administrationId}, ${centreId}, ${centreId}, 'Centro')
  `.execute(db)
  await sql`
    insert into cases (administration_id, case_id, case_number, kind, kind_filed, state, channel,
      language, registered_at, centre_id, answer_by, regime_code, regime_version,
      tracking_token_hash, idempotency_hash, request_hash, summary, search, history_head)
    values (${administrationId}, ${caseId}, ${caseId}, 'complaint', 'complaint', 'registered',
      'web', 'es', now(), ${centreId}, 'none', 'prueba', 1, ${randomBytes(32)}, ${randomBytes(32)},
      ${randomBytes(32)}, '', '', ${randomBytes(32)})
  `.execute(db)
  return caseId
}

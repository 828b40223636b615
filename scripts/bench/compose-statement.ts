import { randomBytes, randomUUID } from 'node:crypto'
import { getBookRules } from '../../src/administrations/index.ts'
import { openingClocks } from '../../src/cases/case-clocks.ts'
import { composeFiling } from '../../src/cases/compose-filing.ts'
import { parseFiling } from '../../src/cases/filing.ts'
import { filingStatement } from '../../src/cases/filing-store.ts'
import { routeNewCase } from '../../src/cases/route-new-case.ts'
import { trackingToken } from '../../src/cases/tracking-token.ts'
import type { System } from '../../src/system.ts'

export interface ComposedStatement {
  sql: string
  parameters: readonly unknown[]
  /** Ids as text and hashes in hexadecimal that no two filings share. */
  unique: string[]
}

/** The very statement that a filing through the machine interface runs. */
export async function composeStatement(
  system: System,
  slug: string,
  body: object,
): Promise<ComposedStatement> {
  const parsed = parseFiling(body)
  if ('problems' in parsed) throw new Error('the sample filing cannot be taken')
  const { filing } = parsed
  const now = system.clock()
  const rules = await getBookRules(system, slug, now)
  const caseId = randomUUID()
  const route = await routeNewCase(system, rules, filing, now)
  const about = { caseId, kind: filing.kind, centreId: route.centreId }
  const clocks = await openingClocks(system.db, rules, about, now)
  const token = trackingToken(system.secrets.keyFor('tracking-token'), caseId)
  const keys = { idempotencyHash: randomBytes(32), requestHash: randomBytes(32) }
  const composed = composeFiling({
    caseId,
    token,
    filing,
    rules,
    route,
    clocks,
    heads: [],
    now,
    ...keys,
  })
  const statement = composed.statement([])
  const { sql, parameters } = filingStatement(statement).compile(system.db)
  const contentIds = statement.contents.map(({ content_id }) => content_id)
  const clockIds = parameters
    .filter((value): value is string => typeof value === 'string' && value.includes('clock_id'))
    .flatMap((json) => (JSON.parse(json) as { clock_id: string }[]).map(({ clock_id }) => clock_id))
  const hashes = [keys.idempotencyHash, statement.row.tracking_token_hash].map((hash) =>
    hash.toString('hex'),
  )
  return { sql, parameters, unique: [caseId, ...contentIds, ...clockIds, ...hashes] }
}

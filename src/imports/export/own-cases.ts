import type { BookRules } from '../../administrations/index.ts'
import { listForExport, type ExportedCase } from '../../cases/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { EXACT, openTableFile } from './table-file.ts'

const STRETCH = 2_000

const COLUMNS = [
  'case_number',
  'outside_number',
  'kind',
  'channel',
  'language',
  'state',
  'outcome',
  'registered_at',
  'due_on',
  'answered_at',
  'closed_at',
  'centre',
  'service',
  'unit',
  'motive',
  'further_motives',
  'description',
] as const

export interface OwnBook {
  folder: string
  code: string
  also: ((cases: readonly ExportedCase[]) => Promise<void>) | null
}

/** The book's own cases, in the order in which they were registered; `also` is told of each stretch. */
export async function exportCases(
  db: Db,
  book: BookRules,
  { folder, code, also }: OwnBook,
): Promise<{ cases: number; files: string[] }> {
  const { administrationId, timeZone } = book.administration
  const table = openTableFile(folder, code, COLUMNS)
  let after: ExportedCase | null = null
  let cases = 0
  for (;;) {
    const some: ExportedCase[] = await listForExport(db, administrationId, after, STRETCH)
    after = some.at(-1) ?? null
    if (after === null) break
    await table.add(some.map((one) => cellsOf(one, book)))
    await also?.(some)
    cases += some.length
  }
  const mapping = ownMapping(code, { timeZone, language: languageOf(book) })
  return { cases, files: await table.close(mapping) }
}

function cellsOf(one: ExportedCase, { names }: BookRules): string[] {
  const [motive = '', ...further] = one.motives
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? id))
  return [
    one.caseNumber,
    one.outsideNumber ?? '',
    one.kind,
    one.channel,
    one.language,
    one.state,
    one.outcome ?? '',
    one.registeredAt.toISOString(),
    one.dueOn ?? '',
    one.answeredAt?.toISOString() ?? '',
    one.closedAt?.toISOString() ?? '',
    nameOf(one.centreId),
    nameOf(one.serviceId),
    nameOf(one.unitId),
    motive,
    further.join(' '),
    one.description ?? '',
  ]
}

function ownMapping(code: string, { timeZone, language }: { timeZone: string; language: string }) {
  const instant = (column: string) => ({ column, formats: ["yyyy-MM-dd'T'HH:mm:ssZ"] })
  return {
    source: `libro-${code.toLowerCase()}`,
    language,
    timeZone,
    file: EXACT,
    number: { column: 'case_number' },
    officialNumber: { column: 'outside_number' },
    kind: { column: 'kind' },
    channel: { column: 'channel' },
    state: { column: 'state' },
    outcome: { column: 'outcome' },
    receivedAt: instant('registered_at'),
    dueOn: { column: 'due_on', formats: ['yyyy-MM-dd'] },
    answeredAt: instant('answered_at'),
    closedAt: instant('closed_at'),
    centre: { column: 'centre' },
    service: { column: 'service' },
    unit: { column: 'unit' },
    motive: { column: 'motive' },
    text: { columns: ['description'] },
  }
}

function languageOf({ administration }: BookRules): string {
  return administration.languages[0] ?? 'es'
}

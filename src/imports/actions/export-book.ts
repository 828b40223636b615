import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BookRules } from '../../administrations/index.ts'
import { findBook, listForExport, type ExportedCase } from '../../cases/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { listBatchesInFull } from '../batch-store.ts'
import { exactCsvLine } from '../csv-line.ts'
import { listRowsToVerify } from '../legacy-store.ts'

export interface Exported {
  /** Files written, without the folder. */
  files: readonly string[]
  cases: number
  legacyCases: number
  /** Legacy cases whose row was erased: there is nothing left to write. */
  erased: number
}

const STRETCH = 2_000

/**
 * Writes a whole book as tables with the mappings that bring them in again: the book's own cases, and each
 * batch of an older book with its rows exactly as they stood.
 */
export async function exportBook(
  { db }: Pick<System, 'db'>,
  book: BookRules,
  folder: string,
): Promise<Exported> {
  const { administrationId } = book.administration
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files: string[] = []
  let legacyCases = 0
  let erased = 0
  for (const batch of (await listBatchesInFull(db, administrationId)).toReversed()) {
    const table = openTableFile(folder, batch.batchNumber, batch.columns)
    let after = 0
    for (;;) {
      const rows = await listRowsToVerify(db, administrationId, { ...batch, after, limit: STRETCH })
      const last = rows.at(-1)
      if (!last) break
      const kept = rows.flatMap(({ cells }) => (cells === null ? [] : [cells]))
      await table.add(kept)
      legacyCases += kept.length
      erased += rows.length - kept.length
      after = last.row_number
    }
    files.push(...(await table.close({ ...batch.mapping, file: EXACT })))
  }
  const own = await exportCases(db, book, folder)
  return { files: [...files, ...own.files], cases: own.cases, legacyCases, erased }
}

/** How our own tables are written. */
const EXACT = { encoding: 'utf-8', separator: ',', headerRow: 1 }

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

async function exportCases(db: System['db'], book: BookRules, folder: string) {
  const { administrationId, timeZone } = book.administration
  const own = await findBook(db, administrationId)
  if (!own) throw new NotFound()
  const table = openTableFile(folder, own.code, COLUMNS)
  let after: ExportedCase | null = null
  let cases = 0
  for (;;) {
    const some: ExportedCase[] = await listForExport(db, administrationId, after, STRETCH)
    after = some.at(-1) ?? null
    if (after === null) break
    await table.add(some.map((one) => cellsOf(one, book)))
    cases += some.length
  }
  const mapping = ownMapping(own.code, { timeZone, language: languageOf(book) })
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

function openTableFile(folder: string, name: string, columns: readonly string[]) {
  const table = `${name}.csv`
  const mapping = `${name}.mapping.json`
  const begun = writeFile(join(folder, table), exactCsvLine(columns), { mode: 0o600 })
  return {
    async add(rows: readonly (readonly string[])[]) {
      await begun
      await appendFile(join(folder, table), rows.map(exactCsvLine).join(''))
    },
    async close(means: unknown): Promise<string[]> {
      await begun
      await writeFile(join(folder, mapping), `${JSON.stringify(means, null, 2)}\n`, { mode: 0o600 })
      return [table, mapping]
    },
  }
}

import { randomUUID } from 'node:crypto'
import {
  insertCentres,
  listCentres,
  touchAdministration,
  type BookRules,
} from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import type { CentreMapping } from '../mapping/centre-mapping.ts'
import { firstRows } from '../read-cases.ts'
import { openTable } from '../reading/open-table.ts'
import { findHeader, isBlank, JUNK_ROWS } from '../rows/header.ts'
import { placeKey } from '../rows/known-book.ts'
import { centreReader, type ReadCentre } from '../rows/read-centre.ts'

export interface CentresReport {
  rows: number
  blankRows: number
  taken: number
  /** Offices of that name that the administration has already. */
  unchanged: number
  /** Rows without a name, and those that repeat the name of an earlier one. */
  refused: readonly { row: number; code: 'no_name' | 'name_repeated' }[]
}

export interface CentresRequest {
  book: BookRules
  path: string
  mapping: CentreMapping
  dryRun: boolean
  now: Date
}

/** Brings the offices of a directory in as centres; those that are here already stay as they are. */
export async function importCentres(
  { db }: Pick<System, 'db'>,
  { book, path, mapping, dryRun, now }: CentresRequest,
): Promise<CentresReport> {
  const { administrationId } = book.administration
  const here = await listCentres(db, administrationId)
  const { fresh, report } = await readCentres(path, mapping, here)
  if (dryRun || fresh.length === 0) return report
  await inTransaction(db, async (tx) => {
    await insertCentres(
      tx,
      administrationId,
      fresh.map((centre) => ({
        ...centre,
        centreId: randomUUID(),
        calendarCode: null,
        emergencyEmail: null,
        headApproves: false,
        hours: [],
        windows: [],
        serviceIds: [],
        validFrom: null,
        validUntil: null,
      })),
    )
    await touchAdministration(tx, administrationId)
    const details = { taken: fresh.length }
    await recordChange(tx, {
      at: now,
      accountId: null,
      administrationId,
      action: 'centres_imported',
      details,
    })
  })
  return report
}

async function readCentres(
  path: string,
  mapping: CentreMapping,
  here: readonly { slug: string; name: string }[],
) {
  const table = await openTable(path, mapping.file)
  const { name, address } = mapping.centres
  const wanted = [name.column, ...(address?.columns ?? [])]
  const { headerRow } = mapping.file
  const header = findHeader(
    await firstRows(table, Math.max(JUNK_ROWS, headerRow ?? 0)),
    wanted,
    headerRow,
  )
  const read = centreReader(mapping, header.columns)
  const kept = new Set(here.map((centre) => placeKey(centre.name)))
  const slugs = new Set(here.map(({ slug }) => slug))
  const seen = new Set<string>()
  const fresh: ReadCentre[] = []
  const refused: { row: number; code: 'no_name' | 'name_repeated' }[] = []
  const counts = { rows: 0, blankRows: 0, taken: 0, unchanged: 0 }
  for await (const rows of table.rows()) {
    for (const row of rows) {
      if (row.row <= header.row) continue
      counts[isBlank(row) ? 'blankRows' : 'rows'] += 1
      if (isBlank(row)) continue
      const centre = read(row.cells)
      const key = centre && placeKey(centre.name)
      if (!centre || key === null) refused.push({ row: row.row, code: 'no_name' })
      else if (seen.has(key)) refused.push({ row: row.row, code: 'name_repeated' })
      else if (kept.has(key)) counts.unchanged += 1
      else {
        const slug = freeSlug(centre.slug, slugs)
        slugs.add(slug)
        fresh.push({ ...centre, slug })
        counts.taken += 1
      }
      if (key !== null) seen.add(key)
    }
  }
  return { fresh, report: { ...counts, refused } }
}

/** Two names may make one short name. */
function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}

import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exactCsvLine } from '../csv-line.ts'

/** How our own tables are written. */
export const EXACT = { encoding: 'utf-8', separator: ',', headerRow: 1 }

export type TableFile = ReturnType<typeof openTableFile>

/** A table for its owner's eyes alone; what brings it in again, if anything does, stands beside it. */
export function openTableFile(folder: string, name: string, columns: readonly string[]) {
  const table = `${name}.csv`
  const mapping = `${name}.mapping.json`
  const begun = writeFile(join(folder, table), exactCsvLine(columns), { mode: 0o600 })
  return {
    async add(rows: readonly (readonly string[])[]) {
      await begun
      await appendFile(join(folder, table), rows.map(exactCsvLine).join(''))
    },
    async close(means: unknown = null): Promise<string[]> {
      await begun
      if (means === null) return [table]
      await writeFile(join(folder, mapping), `${JSON.stringify(means, null, 2)}\n`, { mode: 0o600 })
      return [table, mapping]
    },
  }
}

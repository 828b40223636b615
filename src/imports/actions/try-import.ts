import type { ImportRequest, ImportResult } from '../import-request.ts'
import { walkFile } from '../walk-file.ts'
import { withLoader, type Ground } from './with-loader.ts'

/** Says what an import would do, row by row, and changes nothing. */
export async function tryImport(ground: Ground, request: ImportRequest): Promise<ImportResult> {
  return withLoader(ground, request, async (loader, file) => {
    const keep = async () => undefined
    const report = await walkFile(file, request, loader, { batchId: null, keep })
    return { report, columns: file.header.columns, batchNumber: null, resumedAfter: 0 }
  })
}

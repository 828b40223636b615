import type { ImportRequest, ImportResult } from '../import-request.ts'
import { walkApart } from '../walking/walk-apart.ts'
import { walkTask, type Ground } from './walk-task-of.ts'

/** Says what an import would do, row by row, and changes nothing. */
export async function tryImport(ground: Ground, request: ImportRequest): Promise<ImportResult> {
  const { opened, report } = await walkApart(await walkTask(ground, request), {
    begin: async () => null,
    onProgress: request.onProgress,
    onProblem: request.onProblem,
  })
  return { report, columns: opened.columns, batchNumber: null, resumedAfter: 0 }
}

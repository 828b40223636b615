import { appendFile, rm } from 'node:fs/promises'
import type { T } from '../platform/i18n/index.ts'
import { csvLine } from './csv-line.ts'
import type { RowProblem } from './import-request.ts'
import { sayProblem } from './say-report.ts'

/** The rows that were not taken, each with its reasons and as it stands, in a table beside the file. */
export interface ProblemList {
  add(problem: RowProblem): void
  /** Writes down what was added so far. */
  settle(): Promise<void>
  /** Whether there was any. */
  close(): Promise<boolean>
}

export function openProblemList(path: string, t: T): ProblemList {
  let lines: string[] = []
  let begun = false
  const settle = async () => {
    if (lines.length === 0) return
    if (!begun) await rm(path, { force: true })
    const heading = ['row', 'reason', 'cells'].map((name) => t(`imports.list.${name}`))
    // the mark tells spreadsheets that this is UTF-8
    const top = begun ? '' : `\uFEFF${csvLine(heading)}`
    begun = true
    const text = top + lines.join('')
    lines = []
    await appendFile(path, text, { mode: 0o600 })
  }
  return {
    add({ row, cells, problems }) {
      const reasons = problems.map((problem) => sayProblem(problem, t)).join('; ')
      lines.push(csvLine([String(row), reasons, ...cells]))
    },
    settle,
    async close() {
      await settle()
      return begun
    },
  }
}

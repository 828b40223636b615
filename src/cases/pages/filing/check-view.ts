import type { Attachment } from '../../../attachments/index.ts'
import { filesStep } from './files-step.ts'
import { sizeOf } from './kept-files.ts'
import { stepsOf, stepUrl } from './steps.ts'
import type { AnswerRow, Step } from './step.ts'
import type { Visit } from './visit.ts'

/** The rows of "check your answers", each with its way back. */
export function checkRows(visit: Visit, files: readonly Attachment[]) {
  return stepsOf(visit).flatMap((step) =>
    rowsOf(step, visit, files).map(({ row, value }) => ({
      name: visit.t(`filing.rows.${row}`),
      value: value || visit.t('filing.check.nothing'),
      isEmpty: value === '',
      href: `${stepUrl(visit, step.address)}?cambiar=1`,
    })),
  )
}

function rowsOf(step: Step, visit: Visit, files: readonly Attachment[]): readonly AnswerRow[] {
  if (step !== filesStep) return step.rows(visit)
  const names = files.map((file) => `${file.name} (${sizeOf(file, visit.language)})`)
  return [{ row: 'files', value: names.join('\n') }]
}

import type { FieldProblem } from '../platform/errors.ts'
import { attachmentProblemValues, type AttachmentProblem } from './attachment-rules.ts'

/** Where the sentence of each refusal stands: `attachments.problems.<code>`. */
export function attachmentProblemText(problem: AttachmentProblem): string {
  return `attachments.problems.${problem}`
}

/** A refusal as forms and problem documents take it. */
export function attachmentProblem(problem: AttachmentProblem, field: string): FieldProblem {
  return { field, code: problem, values: attachmentProblemValues[problem] ?? {} }
}

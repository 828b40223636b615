import type { FieldProblem } from '../platform/errors.ts'
import { attachmentProblemValues, type AttachmentProblem } from './attachment-rules.ts'

/** A refusal as forms and problem documents take it, with a sentence for its cause. */
export function attachmentProblem(problem: AttachmentProblem, field: string): FieldProblem {
  return {
    field,
    code: problem,
    values: attachmentProblemValues[problem] ?? {},
    text: `attachments.problems.${problem}`,
  }
}

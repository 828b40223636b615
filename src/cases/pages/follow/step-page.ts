import type { FieldProblem } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { PersonRequest } from '../../actions/person-step.ts'
import type { CaseAction } from '../../case-states.ts'
import type { Done } from './done-cookie.ts'
import type { KeptFiles } from './reply-files.ts'
import type { Typed } from '../typed-in.ts'
import type { Visit } from './visit.ts'

/** One thing that a person may do about a case: a page with one form. */
export interface StepPage {
  /** Of its texts, its template and what is said when it is done. */
  name: Done
  /** Where one form may end in different things: what is said when it is done. */
  doneWith?(typed: Typed): Done
  action: CaseAction
  /** Where the page lies below the case. */
  address: string
  /** What is typed and chosen, by name; kept whatever happens. */
  fields: readonly string[]
  /** The one among them that is worth keeping in sight when the step cannot be taken any more. */
  words: string
  takesFiles: boolean
  /** What the template needs besides what every form has. */
  model(system: System, visit: Visit): Promise<object>
  check(typed: Typed, files: KeptFiles): readonly FieldProblem[]
  take(
    system: System,
    request: PersonRequest,
    sent: { typed: Typed; files: KeptFiles },
    now: Date,
  ): Promise<unknown>
}

/** As much as anybody types on a telephone, and more. */
const LONGEST = { text: 20_000, reason: 5_000, comment: 1_200 } as const

export function tooLong(field: keyof typeof LONGEST, typed: Typed): FieldProblem[] {
  const max = LONGEST[field]
  return (typed[field] ?? '').length > max ? [{ field, code: 'too_long', values: { max } }] : []
}

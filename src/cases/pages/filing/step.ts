import type { FieldProblem } from '../../../platform/errors.ts'
import type { FormErrors } from '../../../platform/web/index.ts'
import type { AnswersGiven } from '../../filing-answers.ts'
import type { FilingInput } from '../../filing.ts'
import type { Visit } from './visit.ts'
import type { Typed } from '../typed-in.ts'

/** What a row of "check your answers" says. */
export interface AnswerRow {
  /** Key of its name in `filing.rows`. */
  row: string
  /** Empty: nothing was given. */
  value: string
}

/** One question on the way, in one file: when it is asked, how it is read, shown and told. */
export interface Step {
  /** The end of its address, the same in every language since people see and share it. */
  readonly address: string
  /** Key of its texts in `filing`, and name of its template. */
  readonly name: string
  /** Asked of few, so that it does not count in how far the way is. */
  readonly isAside?: boolean
  isAsked(visit: Visit): boolean
  isAnswered(visit: Visit): boolean
  /** The fields that its form sends. */
  fields(visit: Visit): readonly string[]
  /** The fields as they were answered before. */
  fill(visit: Visit): Typed
  /** Answers to keep, and what is wrong that the book's rules cannot know. */
  read(typed: Typed, visit: Visit): { answers: AnswersGiven; problems?: FieldProblem[] }
  /** Which problems of the filing are this page's. */
  owns(field: string, visit: Visit): boolean
  /** Its part of the filing. */
  tell(visit: Visit): Partial<FilingInput>
  /** What its template needs besides. */
  show(visit: Visit, typed: Typed, errors: FormErrors): object
  rows(visit: Visit): readonly AnswerRow[]
  /** The id at which a problem is mended, where it is not the field's name. */
  anchor?(field: string, typed: Typed, visit: Visit): string
}

/** An empty field says nothing. */
export function orNull(text: string | undefined): string | null {
  return text ? text : null
}

import type { Response } from 'express'
import type { FieldProblem } from '../errors.ts'
import { problemMessage } from './problem-document.ts'

/** The problems of a form as its page shows them: a summary that links to fields, and each beside its own. */
export interface FormErrors {
  summary: readonly { text: string; href: string }[]
  /** What the `errorMessage` option of a field takes, by field name. */
  fields: Readonly<Record<string, { text: string }>>
}

export const noErrors: FormErrors = { summary: [], fields: {} }

/** `prefix` is where the page's own messages stand: `cases.filing.problems`. */
export function formErrors(
  response: Response,
  problems: readonly FieldProblem[],
  prefix?: string,
): FormErrors {
  const messages = problems.map((problem) => ({
    field: problem.field,
    text: problemMessage(response, problem, prefix),
  }))
  return {
    summary: messages.map(({ field, text }) => ({ text, href: `#${field}` })),
    // the first problem of a field is the one to mend first
    fields: Object.fromEntries(messages.toReversed().map(({ field, text }) => [field, { text }])),
  }
}

/** On a page with many like forms the fields of each carry the id of what that form is about. */
export function problemsOfOne(
  problems: readonly FieldProblem[],
  id: string,
  prefix: string,
): FieldProblem[] {
  return problems.map((problem) => ({
    text: `${prefix}.${problem.field}.${problem.code}`,
    ...problem,
    field: `${problem.field}-${id}`,
  }))
}

import type { Request, Response } from 'express'
import type { FieldProblem } from '../errors.ts'
import { hasText } from '../i18n/index.ts'
import { isMachineInterface } from './language.ts'
import type { Problem } from './problem.ts'

/** Other systems, and the scripts of our own pages, which ask for JSON. */
export function wantsDocument(request: Request): boolean {
  return isMachineInterface(request) || request.accepts(['html', 'json']) === 'json'
}

/** Sends RFC 9457 problem details, with one entry for each field that cannot be taken. */
export function sendProblem(response: Response, problem: Problem, errorId: string | null): void {
  const { t } = response.locals
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: t(`errors.${problem.code}.title`),
        status: problem.status,
        detail: t(`errors.${problem.code}.text`, problem.details),
        code: problem.code,
        ...(errorId && { errorId }),
        errors: problem.problems.map((one) => ({
          field: one.field,
          code: one.code,
          message: problemMessage(response, one),
        })),
      }),
    )
}

/**
 * The message of a problem, first that exists: the page's own `<prefix>.<field>.<code>`, then
 * the one it brings along, then the general `errors.field.<code>`, then "cannot be taken".
 */
export function problemMessage(
  { locals: { lang, t } }: Pick<Response, 'locals'>,
  problem: FieldProblem,
  prefix?: string,
): string {
  const candidates = [
    prefix && `${prefix}.${fieldKey(problem.field)}.${problem.code}`,
    problem.text,
    `errors.field.${problem.code}`,
  ]
  const key = candidates.find((candidate) => candidate && hasText(lang, candidate))
  return t(key ?? 'errors.field.invalid', problem.values)
}

/** `/person/names` and `person.names` are one key: person_names. */
function fieldKey(field: string): string {
  return field.replace(/^\//, '').replaceAll(/[/.]/g, '_')
}

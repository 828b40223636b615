import type { Request, Response } from 'express'
import type { z } from 'zod'
import { Invalid, type FieldProblem } from '../errors.ts'
import { formErrors, type FormErrors } from './form-errors.ts'
import { readForm, typedIn } from './read-form.ts'
import type { Page } from './routes.ts'

/** A page with forms: how it is entered, and how it is shown, fresh or again with what is wrong. */
export interface FormPage<Entered> {
  enter: (request: Request, response: Response) => Promise<Entered>
  show: (
    entered: Entered,
    request: Request,
    response: Response,
    problems: readonly FieldProblem[],
  ) => Promise<void> | void
}

/** Where to go once it is done, or what is wrong with the form. */
export type Sent = string | readonly FieldProblem[]

export function showing<Entered>({ enter, show }: FormPage<Entered>): Page {
  return async (request, response) => {
    await show(await enter(request, response), request, response, [])
  }
}

/** What is wrong, thrown or returned, is said on the page itself, with what was typed. */
export function sending<Entered>(
  { enter, show }: FormPage<Entered>,
  send: (entered: Entered, request: Request) => Promise<Sent>,
): Page {
  return async (request, response) => {
    const entered = await enter(request, response)
    const sent = await send(entered, request).catch((error: unknown) => {
      if (error instanceof Invalid) return error.problems
      throw error
    })
    if (typeof sent === 'string') response.redirect(303, sent)
    else await show(entered, request, response, sent)
  }
}

/** As above, with the form read; what cannot be read is said as well. */
export function sendingForm<Entered, Form extends z.ZodType>(
  page: FormPage<Entered>,
  form: Form,
  act: (entered: Entered, values: z.output<Form>, request: Request) => Promise<Sent>,
): Page {
  return sending(page, async (entered, request) => {
    const { values, problems } = readForm(request, form)
    return values === null ? problems : act(entered, values, request)
  })
}

/** What a page says of its form: nothing of a fresh one; of one shown again its problems and what was typed. */
export interface FormAgain {
  error: boolean
  errors: FormErrors
  typed: (field: string) => string
}

/** `prefix` is where the page's own messages stand, as in `formErrors`. */
export function formAgain(
  response: Response,
  problems: readonly FieldProblem[],
  prefix?: string,
): FormAgain {
  const error = problems.length > 0
  return {
    error,
    errors: formErrors(response, problems, prefix),
    typed: error ? typedIn(response.req) : () => '',
  }
}

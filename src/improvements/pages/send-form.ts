import type { Request, Response } from 'express'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import type { Page } from '../../platform/web/index.ts'

/** A page with forms: how it is entered and shown, and what sending one of them does. */
export interface FormPage<Entered> {
  enter: (request: Request, response: Response) => Promise<Entered>
  show: (
    entered: Entered,
    request: Request,
    response: Response,
    problems: readonly FieldProblem[],
  ) => Promise<void>
}

/** Where to go once it is done, or what is wrong with the form. */
export type Sent = string | readonly FieldProblem[]

export function showing<Entered>({ enter, show }: FormPage<Entered>): Page {
  return async (request, response) => {
    await show(await enter(request, response), request, response, [])
  }
}

/** What is wrong is said on the page itself, with what was typed. */
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

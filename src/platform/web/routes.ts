import type { NextFunction, Request, RequestHandler, Response, Router } from 'express'
import { checkFormToken } from './form-token.ts'
import { refuseBrokenBody } from './safe-text.ts'

/**
 * Decides whether a request may reach its page: returns, or throws NotSignedIn, NotAllowed or
 * NotFound. A route without a guard does not compile; public pages say `anyone`.
 */
export type Guard = (request: Request, response: Response) => void | Promise<void>

export type Page = (request: Request, response: Response) => void | Promise<void>

/** A page that people see or a form that they send, as one line of an access table. */
export type Route = readonly [
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  guard: Guard,
  page: Page,
  ...before: RequestHandler[],
]

export const anyone: Guard = () => undefined

/**
 * For pages that know nobody: no session, no cookie, nothing that a form from another site could borrow,
 * and so no token in their forms either.
 */
export const anyoneUnknown: Guard = (_request, { locals }) => {
  locals.withoutSession = true
  delete locals.viewer
}

/**
 * Registers routes in order. `before` runs after the guard (uploads, body limits); then every form
 * must carry its token, so that no page can forget to ask for it; only one that knows nobody needs none.
 */
export function addRoutes(router: Router, routes: readonly Route[]): void {
  for (const [method, path, guard, page, ...before] of routes) {
    const guarded = async (request: Request, response: Response, next: NextFunction) => {
      await guard(request, response)
      next()
    }
    const steps = [guarded, ...before, checkFormToken, refuseBrokenBody]
    router[method](path, ...steps, async (request, response) => {
      await page(request, response)
    })
  }
}

import type { Request, Response } from 'express'
import { z } from 'zod'
import { requireStaff, requireWorkplace, type StaffDeed } from '../../people/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import {
  formErrors,
  idIn,
  line,
  readForm,
  render,
  typedIn,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { makeToken, revokeToken } from '../actions/keep-tokens.ts'
import { TOKEN_SCOPES } from '../token.ts'
import { listTokens } from '../token-store.ts'
import { keepMade, takeMade } from './made-cookie.ts'

export const paths = {
  list: '/personal/:slug/interfaz',
  revocation: '/personal/:slug/interfaz/:tokenId/retiro',
} as const

const newTokenForm = z.object({ name: line(120), scope: z.enum(TOKEN_SCOPES, 'unknown') })

export function showTokens(system: System): Page {
  return async (request, response) =>
    show(system, request, response, { made: takeMade(request, response, listUrl(response)) })
}

/** Shown on the page that follows and never again: in no address and in no store of ours. */
export function sendNewToken(system: System): Page {
  return async (request, response) => {
    const { values, problems } = readForm(request, newTokenForm)
    if (!values) return show(system, request, response, { problems })
    const made = await makeToken(system, deedOf(system, response), values)
    keepMade(response, listUrl(response), made)
    response.redirect(303, listUrl(response))
  }
}

export function sendRevocation(system: System): Page {
  return async (request, response) => {
    await revokeToken(system, deedOf(system, response), idIn(request, 'tokenId'))
    response.redirect(303, listUrl(response))
  }
}

function deedOf(system: System, response: Response): StaffDeed {
  const { administrationId } = requireWorkplace(response)
  return { administrationId, accountId: requireStaff(response).accountId, at: system.clock() }
}

function listUrl(response: Response): string {
  return paths.list.replace(':slug', requireWorkplace(response).slug)
}

async function show(
  system: System,
  request: Request,
  response: Response,
  { made = null, problems = [] }: { made?: string | null; problems?: readonly FieldProblem[] },
): Promise<void> {
  const { t } = response.locals
  const { administrationId, timeZone } = requireWorkplace(response)
  const tokens = await listTokens(system.db, administrationId)
  const error = problems.length > 0
  const model = {
    title: t('interface-tokens.title'),
    error,
    errors: formErrors(response, problems, 'interface-tokens.problems'),
    action: listUrl(response),
    made,
    timeZone,
    typed: error ? typedIn(request) : () => '',
    scopes: TOKEN_SCOPES.map((value) => ({ value, text: t(`interface-tokens.scope.${value}`) })),
    tokens: tokens.map((token) => ({
      ...token,
      scope: t(`interface-tokens.scope.${token.scope}`),
      revokeUrl: `${listUrl(response)}/${token.tokenId}/retiro`,
    })),
  }
  render(response, 'interface-tokens/tokens', model, { layout: 'staff', status: error ? 422 : 200 })
}

import type { Request } from 'express'
import { staffCaseUrl } from '../../cases/index.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { followCase, wantLetter } from '../actions/follow-case.ts'
import { followedUrl } from '../urls.ts'
import { openViewerVisit } from './case-room.ts'

const sentIn = ({ body }: Request, name: string) =>
  (body as Record<string, unknown> | undefined)?.[name]

/** Back to the case, with the list that somebody came from. */
export function sendFollow(system: System): Page {
  return async (request, response) => {
    const { viewer, slug, deed } = await openViewerVisit(system, response)
    const caseNumber = String(request.params['caseNumber'])
    const follow = sentIn(request, 'seguir') === 'si'
    await followCase(system, viewer, caseNumber, { follow, now: deed.at })
    const trail = sentIn(request, 'lista')
    const query =
      typeof trail === 'string' ? `?${new URLSearchParams({ lista: trail }).toString()}` : ''
    response.redirect(303, `${staffCaseUrl(slug, caseNumber)}${query}`)
  }
}

export function sendLetter(system: System): Page {
  return async (request, response) => {
    const { viewer, slug } = await openViewerVisit(system, response)
    await wantLetter(system, viewer, sentIn(request, 'resumen') === 'si')
    response.redirect(303, followedUrl(slug))
  }
}

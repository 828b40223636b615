import type { Request, Response } from 'express'
import { requireStaff, requireWorkplace, staffOf } from '../../../people/index.ts'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import { formErrors, noErrors, render, type Guard, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { allowOrigin, forbidOrigin } from '../actions/keep-origins.ts'
import { readOrigin } from '../embedding/framing-origin.ts'
import { listOrigins } from '../embedding/framing-store.ts'
import { MAKERS, mayKeepOrigins } from '../link-policy.ts'
import { enterRoom, type Room } from './room.ts'

/** Whoever answers for the whole book decides on which sites it may be shown. */
export const keepersOfOrigins: Guard = async (request, response) => {
  await staffOf(...MAKERS)(request, response)
  const { administrationId } = requireWorkplace(response)
  if (!mayKeepOrigins(requireStaff(response), administrationId)) throw new NotAllowed()
}

export function showEmbedding(system: System): Page {
  return async (request, response) => {
    const done = ['allowed', 'forbidden'].find((code) => code === request.query['hecho']) ?? null
    await show(system, response, await enterRoom(system, response), { done })
  }
}

export function sendOrigin(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { deed, urls } = room
    const { site, remove } = typedIn(request)
    if (remove) {
      await forbidOrigin(system.db, deed, remove)
      return response.redirect(303, `${urls.embedding}?hecho=forbidden`)
    }
    const origin = readOrigin(site, new URL(system.config.baseUrl).origin)
    if (origin === null) {
      const problems = [{ field: 'site', code: site.trim() === '' ? 'required' : 'not_site' }]
      return show(system, response, room, { site, problems })
    }
    await allowOrigin(system.db, deed, origin)
    response.redirect(303, `${urls.embedding}?hecho=allowed`)
  }
}

function typedIn({ body }: Request): { site: string; remove: string } {
  const { site, remove } = (body ?? {}) as Record<string, unknown>
  return {
    site: typeof site === 'string' ? site : '',
    remove: typeof remove === 'string' ? remove : '',
  }
}

async function show(
  system: System,
  response: Response,
  { urls, t, deed }: Room,
  said: { done?: string | null; site?: string; problems?: readonly FieldProblem[] },
): Promise<void> {
  const { done = null, site = '', problems = [] } = said
  const hasProblems = problems.length > 0
  render(
    response,
    'channels/posters/embedding',
    {
      title: t('channels-posters.embedding.title'),
      backUrl: urls.list,
      error: hasProblems,
      errors: hasProblems ? formErrors(response, problems, 'channels-posters.problems') : noErrors,
      done,
      site,
      origins: await listOrigins(system.db, deed.administrationId),
      addUrl: urls.add,
      action: urls.origins,
    },
    { layout: 'staff', status: hasProblems ? 422 : 200 },
  )
}

import type { RequestHandler } from 'express'
import { requireStaff, requireWorkplace, staffOf, type Role } from '../../../people/index.ts'
import { NotAllowed } from '../../../platform/errors.ts'
import { idIn, type Guard } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { isReadingAlone } from '../coding-queue-store.ts'
import { wordUrls } from './urls.ts'
import { reachesWords } from '../words-policy.ts'

/** Somebody who holds one of the roles for the whole administration, as its texts are of the whole. */
export function reachingWords(...roles: readonly Role[]): Guard {
  const inside = staffOf(...roles)
  return async (request, response) => {
    await inside(request, response)
    const { administrationId } = requireWorkplace(response)
    if (!reachesWords(requireStaff(response), roles, administrationId)) throw new NotAllowed()
  }
}

/** Sends a coder who has not read all that two read back to the corpus, where it says why. */
export function keepCodersApart({ db }: System): RequestHandler {
  return async (request, response, next) => {
    const { administrationId, slug } = requireWorkplace(response)
    const corpusId = idIn(request, 'corpusId')
    const { accountId } = requireStaff(response)
    if (await isReadingAlone(db, { administrationId, corpusId }, accountId)) {
      response.redirect(303, wordUrls(slug).corpus(corpusId))
    } else next()
  }
}

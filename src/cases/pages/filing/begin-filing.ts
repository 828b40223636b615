import type { Request, Response } from 'express'
import { getBookRules } from '../../../administrations/index.ts'
import type { System } from '../../../system.ts'
import { keepAnswers } from '../../actions/keep-answers.ts'
import type { FilingAnswers, LinkChannel } from '../../filing-answers.ts'
import { firstOpenStep, stepUrl, CHECK_ADDRESS } from './steps.ts'
import { makeOwner, openVisit } from './visit.ts'

/** What a door of ours knows already, so that nobody is asked for it again. */
export interface KnownAnswers extends Pick<FilingAnswers, 'kind' | 'centre' | 'service' | 'place'> {
  link?: { linkId: string; channel: LinkChannel }
}

/**
 * Begins the way of this browser with what the door knows; the answers of a way already begun stay, but
 * for what the door says otherwise. Returns the address of the first question that is left.
 */
export async function beginFiling(
  system: System,
  request: Request,
  response: Response,
  { link, ...known }: KnownAnswers,
): Promise<string> {
  const now = system.clock()
  const rules = await getBookRules(system, String(request.params['slug']), now)
  const owner = makeOwner(system, request, response, rules)
  const { kind, centre, service = null, place = null } = known
  const answers = {
    ...(kind && { kind }),
    // another office has other services and windows
    ...(centre && { centre, service, place }),
    ...(link && { linkId: link.linkId, linkChannel: link.channel, linkBegun: null }),
  }
  await keepAnswers(system, owner, answers, now)
  const visit = await openVisit(system, request, response)
  return stepUrl(visit, firstOpenStep(visit)?.address ?? CHECK_ADDRESS)
}

import type { BookRules } from '../../administrations/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { openKinds } from '../../regimes/index.ts'
import type { LinkTarget } from './poster-link.ts'

/** What a filing knows already when it begins at a link, in the words of the filing's own questions. */
export interface LinkAnswers {
  kind?: string
  centre?: string
  service?: string
  place?: string
}

/** Posters hang longer than rules hold: what is no longer in force is left for the person to say. */
export function answersOf(target: LinkTarget, rules: BookRules, day: PlainDate): LinkAnswers {
  const kind = openKinds(rules.regime, rules.authorisations, day).find(
    ({ code }) => code === target.kind,
  )
  const centre = rules.centres.find(({ centreId }) => centreId === target.centreId)
  const service = rules.services.find(
    ({ serviceId }) =>
      serviceId === target.serviceId && centre?.serviceIds.includes(serviceId) === true,
  )
  const place = centre?.windows.find(({ windowId }) => windowId === target.windowId)
  return {
    ...(kind && { kind: kind.code }),
    ...(centre && { centre: centre.slug }),
    ...(service && { service: service.slug }),
    ...(place && { place: place.name }),
  }
}

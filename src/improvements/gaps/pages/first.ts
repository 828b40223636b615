import type { Request } from 'express'
import { addDays } from '../../../platform/dates.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { readServices } from '../read-services.ts'
import type { Share, WeighedService } from '../weigh-services.ts'
import { gapUrls } from './urls.ts'

const LOOKED_BACK = 365

/** Which service to take first: what is known of each, and the reasons, never a bare ranking. */
export function showFirst(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response, request)
    const { t, lang, book, today, slug } = room
    const urls = gapUrls(slug)
    const kind = kindAsked(request, room)
    const from = `${addDays(today, -LOOKED_BACK).slice(0, 7)}-01`
    const { centreId } = room.place
    const asked = { centreId, kind: kind.code, from, until: today, today }
    const services = await readServices(system.db, book, asked)
    const model = {
      title: t('improvements-gaps.first.title'),
      backUrl: room.here(urls.gaps),
      choice: centreChoice(room, urls.first),
      period: { from, until: today },
      kind: inLanguage(kind.label, lang),
      services: services.map((service) => view(service, room)),
    }
    render(response, 'improvements/gaps/first', model, { layout: 'staff' })
  }
}

/** The first kind of the regime is what most people file. */
function kindAsked({ query }: Request, { book }: ImprovementRoom) {
  const { kinds } = book.regime
  const kind = kinds.find(({ code }) => code === query['tipo']) ?? kinds[0]
  if (!kind) throw new Error('A regime without kinds')
  return kind
}

function view(service: WeighedService, { t, lang, book }: ImprovementRoom) {
  const none = t('improvements-gaps.first.unknown')
  const share = (told: Share | null) =>
    told === null
      ? none
      : t('improvements-gaps.first.share', {
          share: formatNumber(told.value * 100, lang),
          n: formatNumber(told.n, lang),
        })
  return {
    name: book.names.get(service.serviceId) ?? '',
    received: service.received === null ? none : formatNumber(service.received, lang),
    rate: service.rate === null ? none : formatNumber(service.rate, lang, 1),
    inTime: share(service.inTime),
    satisfied: share(service.satisfied),
    severity:
      service.severity === null
        ? none
        : t('improvements-gaps.first.severity_is', {
            mean: formatNumber(service.severity.mean, lang, 1),
            n: formatNumber(service.severity.n, lang),
          }),
    reasons: service.reasons.map((reason) => t(`improvements-gaps.first.reason.${reason}`)),
  }
}

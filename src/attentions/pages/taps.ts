import type { Response } from 'express'
import { NotAllowed } from '../../platform/errors.ts'
import { render, typedIn, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { countOne, uncountOne } from '../actions/count-attention.ts'
import { listTotals } from '../count-store.ts'
import { enterRoom, placeChoices, placeOf, placeQuery, servicesOf, type Room } from './room.ts'

/** One large button a service: whoever attends taps once for each person. */
export function showTaps(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const place = placeOf(room, request)
    if (!place) return showOnlyLinks(response, room)
    const { administrationId } = room.deed
    const { centre, channel } = place
    const period = { from: room.today, until: room.today, centreIds: [centre.centreId] }
    const totals = await listTotals(system.db, { administrationId, ...period })
    const tapped = (serviceId: string) =>
      totals.find(
        (each) => each.serviceId === serviceId && each.channel === channel && each.source === 'tap',
      )?.attended ?? 0
    const model = {
      ...frame(room),
      place: { centre: centre.slug, centreName: centre.name, channel },
      ...placeChoices(room),
      day: room.today,
      services: servicesOf(room, place).map(({ serviceId, slug, name }) => ({
        slug,
        name,
        attended: tapped(serviceId),
      })),
      all: totals.reduce((sum, { attended }) => sum + attended, 0),
    }
    render(response, 'attentions/taps', model, { layout: 'staff' })
  }
}

export function sendTap(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const place = placeOf(room, request)
    const typed = typedIn(request)
    const slug = typed('add') || typed('undo')
    const service = place && servicesOf(room, place).find((each) => each.slug === slug)
    // a centre of somebody else's is not quietly counted in one's own
    if (!place || !service || place.centre.slug !== typed('oficina')) throw new NotAllowed()
    const { centre, channel } = place
    const { serviceId } = service
    const cell = { centreId: centre.centreId, serviceId, day: room.today, channel }
    const take = typed('add') ? countOne : uncountOne
    await take(system, room.deed.administrationId, cell)
    response.redirect(303, `${room.urls.taps}?${placeQuery(place)}#${slug}`)
  }
}

function frame({ t, urls, mayImport, mayKeepRegister, centres }: Room) {
  return {
    title: t('attentions.title'),
    action: urls.taps,
    importUrl: mayImport ? urls.import : null,
    registerUrl: mayKeepRegister || centres.length > 0 ? urls.register : null,
  }
}

function showOnlyLinks(response: Response, room: Room): void {
  render(response, 'attentions/links', frame(room), { layout: 'staff' })
}

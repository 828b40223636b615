import { NotAllowed } from '../../../platform/errors.ts'
import { render, typedIn, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { mayFill } from '../../evaluation/index.ts'
import { centreChoice, enterRoom } from '../../pages/room.ts'
import { askForPack } from '../actions/make-pack.ts'
import { listPacks } from '../pack-store.ts'
import { packUrls } from './urls.ts'

/** The packs of a centre, and the button that asks for one. */
export function showPacks(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response, request)
    const { slug, t, centre, deed, staff, place, here, today, book } = room
    const urls = packUrls(slug)
    const packs = centre ? await listPacks(system.db, deed.administrationId, centre.centreId) : []
    const year = Number(today.slice(0, 4))
    const model = {
      title: t('improvements-pack.title'),
      choice: centreChoice(room, urls.list),
      centreName: centre?.name ?? null,
      timeZone: book.administration.timeZone,
      askUrl: centre && mayFill(staff, place) ? here(urls.list) : null,
      years: [year, year - 1, year - 2].map((each) => ({
        value: String(each),
        text: String(each),
      })),
      packs: packs.map((pack) => ({ ...pack, href: here(urls.pack(pack.packId)) })),
    }
    render(response, 'improvements/evidence-pack/list', model, { layout: 'staff' })
  }
}

export function sendAsking(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response, request)
    const { centre, deed, staff, place, slug, here, today } = room
    if (!centre || !mayFill(staff, place)) throw new NotAllowed()
    const typed = typedIn(request)('year')
    const year = /^20\d\d$/.test(typed) ? Number(typed) : Number(today.slice(0, 4))
    const packId = await askForPack(system, deed, { centreId: centre.centreId, year })
    response.redirect(303, here(packUrls(slug).pack(packId)))
  }
}

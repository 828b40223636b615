import { z } from 'zod'
import {
  deskUrl,
  handlerOf,
  HANDLERS,
  readTrail,
  tellTrail,
  trailToKeep,
  type DeskTrail,
} from '../../cases/index.ts'
import { listCoworkers } from '../../people/index.ts'
import {
  formAgain,
  line,
  render,
  sendingForm,
  showing,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { keepView } from '../actions/keep-view.ts'
import { OWN, writeReaders } from '../saved-view.ts'
import { readersChosen, readersItems } from './readers-view.ts'
import { enterRoom, type Room } from './room.ts'

interface NewView extends Room {
  trail: DeskTrail
}

/** Where nobody came from a list. */
const ALL_OPEN: DeskTrail = 'vista=open'

const form = z.object({ name: line(60), readers: line(60) })

const newViewPage = (system: System): FormPage<NewView> => ({
  async enter(request, response) {
    const body = (request.body ?? {}) as Record<string, unknown>
    const trail = readTrail(body['lista'] ?? request.query['lista']) ?? ALL_OPEN
    const values = Object.fromEntries(new URLSearchParams(trail))
    return { ...(await enterRoom(system, response)), trail: trailToKeep(values) || ALL_OPEN }
  },
  async show(room, _request, response, problems) {
    const { t, lang, book, today, deed, trail, slug } = room
    const named = [handlerOf(trail)]
    const coworkers = await listCoworkers(
      system.db,
      deed.administrationId,
      HANDLERS,
      today,
      named,
    )
    const { typed, ...again } = formAgain(response, problems, 'views.problems')
    const back = `${deskUrl(slug)}?${trail}`
    render(
      response,
      'saved-views/new',
      {
        ...again,
        title: t('views.new.title'),
        backUrl: back,
        trail,
        texts: tellTrail(trail, { rules: book, coworkers, t, lang }, today).texts,
        action: room.urls.add(trail),
        name: typed('name'),
        readers: typed('readers') || writeReaders(OWN),
        readersItems: readersItems(room),
      },
      { layout: 'staff' },
    )
  },
})

export function showNewView(system: System): Page {
  return showing(newViewPage(system))
}

/** Back to the list itself, which now has a name. */
export function sendNewView(system: System): Page {
  return sendingForm(newViewPage(system), form, async (room, { name, readers: value }) => {
    const readers = readersChosen(value, room)
    if (!readers) return [{ field: 'readers', code: 'unknown' }]
    await keepView(system, room.deed, { name, trail: room.trail, readers })
    return `${deskUrl(room.slug)}?${room.trail}`
  })
}

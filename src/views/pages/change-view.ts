import { z } from 'zod'
import { HANDLERS, handlerOf, tellTrail } from '../../cases/index.ts'
import { listCoworkers } from '../../people/index.ts'
import { NotFound } from '../../platform/errors.ts'
import {
  formAgain,
  idIn,
  line,
  numberWithin,
  render,
  sendingForm,
  showing,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { changeView, dropView } from '../actions/change-view.ts'
import { writeReaders, type SavedView } from '../saved-view.ts'
import { mayChange } from '../view-policy.ts'
import { findView } from '../view-store.ts'
import { readersChosen, readersItems, sayReaders } from './readers-view.ts'
import { enterRoom, type Room } from './room.ts'

interface ViewRoom extends Room {
  view: SavedView
}

const version = numberWithin(1, 1_000_000)
const form = z.object({ name: line(60), readers: line(60), version })

const viewPage = (system: System): FormPage<ViewRoom> => ({
  async enter(request, response) {
    const room = await enterRoom(system, response)
    const { administrationId } = room.deed
    const view = await findView(system.db, administrationId, idIn(request, 'viewId'))
    if (!view || !mayChange(room.staff, view, administrationId)) throw new NotFound()
    return { ...room, view }
  },
  async show(room, _request, response, problems) {
    const { t, lang, book, today, deed, view, urls } = room
    const named = [handlerOf(view.trail)]
    const { administrationId } = deed
    const coworkers = await listCoworkers(system.db, administrationId, HANDLERS, today, named)
    const { typed, ...again } = formAgain(response, problems, 'views.problems')
    const items = readersItems(room)
    const current = writeReaders(view.readers)
    const isOffered = items.some(({ value }) => value === current)
    render(
      response,
      'saved-views/change',
      {
        ...again,
        title: t('views.change.title', { name: view.name }),
        backUrl: urls.list,
        action: urls.view(view.viewId),
        removalUrl: urls.removal(view.viewId),
        version: String(view.version),
        told: tellTrail(view.trail, { rules: book, coworkers, t, lang }, today),
        name: typed('name') || view.name,
        readers: typed('readers') || current,
        readersItems: isOffered
          ? items
          : [...items, { value: current, text: sayReaders(view.readers, room) }],
        shared: view.readers.audience !== 'own',
      },
      { layout: 'staff' },
    )
  },
})

export function showView(system: System): Page {
  return showing(viewPage(system))
}

export function sendChangedView(system: System): Page {
  return sendingForm(viewPage(system), form, async (room, { name, readers: value, version }) => {
    const { staff, deed, view, urls } = room
    const readers = readersChosen(value, room, view.readers)
    if (!readers) return [{ field: 'readers', code: 'unknown' }]
    await changeView(system, staff, deed, { viewId: view.viewId, version }, { name, readers })
    return `${urls.list}?hecho=changed#vista-${view.viewId}`
  })
}

export function removeView(system: System): Page {
  return sendingForm(viewPage(system), z.object({ version }), async (room, { version }) => {
    const { staff, deed, view, urls } = room
    await dropView(system, staff, deed, { viewId: view.viewId, version })
    return `${urls.list}?hecho=deleted`
  })
}

import { deskUrl, tellTrail } from '../../cases/index.ts'
import type { Coworker } from '../../people/index.ts'
import type { PlacedView, SavedView } from '../saved-view.ts'
import { mayChange } from '../view-policy.ts'
import { sayReaders } from './readers-view.ts'
import type { Room } from './room.ts'

interface ListedViews {
  found: readonly PlacedView[]
  /** Shared with people among whom this person is not. */
  others: readonly SavedView[]
  coworkers: readonly Coworker[]
  owners: ReadonlyMap<string, string>
}

const DONE = ['changed', 'deleted', 'moved', 'start', 'usual']

export function viewListView(room: Room, listed: ListedViews, done: unknown) {
  const { t, slug } = room
  const { found, others } = listed
  return {
    title: t('views.title'),
    backUrl: deskUrl(slug),
    done: typeof done === 'string' && DONE.includes(done) ? t(`views.done.${done}`) : null,
    views: found.map((view, index) => ({
      ...rowOf(view, room, listed),
      isFirst: index === 0,
      isLast: index === found.length - 1,
      isDefault: view.isDefault,
      placeUrl: room.urls.place(view.viewId),
      startUrl: room.urls.start(view.viewId),
    })),
    others: others.map((view) => rowOf(view, room, listed)),
  }
}

function rowOf(view: SavedView, room: Room, { coworkers, owners }: ListedViews) {
  const { t, lang, book, today, staff, deed, slug, urls } = room
  const told = tellTrail(view.trail, { rules: book, coworkers, t, lang }, today)
  const isMine = view.ownerId === staff.accountId
  const who = sayReaders(view.readers, room)
  return {
    id: `vista-${view.viewId}`,
    name: view.name,
    href: `${deskUrl(slug)}?${view.trail}`,
    texts: told.texts,
    gone: told.gone,
    readers: isMine ? who : t('views.kept_by', { name: owners.get(view.ownerId) ?? '', who }),
    changeUrl: mayChange(staff, view, deed.administrationId) ? urls.view(view.viewId) : null,
  }
}

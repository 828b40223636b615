import { el } from '../offline/element.ts'
import type { Say } from '../offline/say.ts'
import { statusLine } from './parts/status-line.ts'
import { showCriterion } from './screens/criterion-screen.ts'
import { showHome } from './screens/home-screen.ts'
import type { Leaving } from './screens/leaving.ts'
import { showNote } from './screens/note-screen.ts'
import { startSending } from './sending.ts'
import { findCopy, forgetVisit, type StoredCopy } from './storage/copies.ts'
import { listItems } from './storage/items.ts'
import type { Visit } from './visit.ts'
import type { VisitLine } from './visit-line.ts'

interface Ground {
  root: HTMLElement
  say: Say
  database: IDBDatabase
  stored: StoredCopy
  line: VisitLine
  clock: () => Date
}

const NOTHING: Leaving = { keep: () => Promise.resolve(), leave: () => Promise.resolve() }

/** Shows the screen that the address names, and sends what waits. */
export async function startVisit({ line, ...ground }: Ground): Promise<void> {
  const { root, database, stored, clock } = ground
  const { evaluationId } = stored.copy
  let leaving = NOTHING
  let onlyObserved = false
  let isReady: boolean | null = 'serviceWorker' in navigator ? false : null
  const status = statusLine(() => visit)
  const sending = startSending({ database, stored, line, clock, changed: () => void refresh() })
  const visit: Visit = {
    ...ground,
    sending,
    written: [],
    go: (hash) => {
      location.hash = hash
    },
    saved: status.saved,
  }
  root.replaceChildren(el('main', { class: 'visit__main' }), status.element)
  addEventListener('hashchange', () => void show())
  for (const event of ['pagehide', 'visibilitychange', 'blur'])
    addEventListener(event, () => void leaving.keep())
  for (const event of ['online', 'offline']) addEventListener(event, () => void status.show())
  void navigator.serviceWorker?.ready.then(() => {
    isReady = true
    void refresh()
  })
  await show()

  async function show(): Promise<void> {
    const before = leaving
    leaving = NOTHING
    await before.leave()
    if (before !== NOTHING) sending.now()
    const [screen, id] = decodeURIComponent(location.hash.slice(1)).split('/')
    const criterion = visit.stored.copy.criteria.find((one) => one.id === id)
    if (screen === 'nota') leaving = showNote(visit)
    else if (screen === 'criterio' && criterion)
      leaving = showCriterion(visit, criterion, onlyObserved)
    else await showFirst()
    await status.show()
  }

  /** Where somebody writes, nothing is taken from under their hands. */
  async function refresh(): Promise<void> {
    const fresh = await findCopy(database, evaluationId)
    if (fresh) visit.stored = { ...fresh, found: { ...fresh.found, ...visit.stored.found } }
    if (root.dataset['screen'] === 'home') await showFirst()
    await status.show()
  }

  async function showFirst(): Promise<void> {
    const waiting = (await listItems(database, evaluationId)).length
    showHome(
      visit,
      { isReady, waiting, onlyObserved },
      {
        forget: () =>
          void forgetVisit(database, evaluationId).then(() =>
            location.assign(visit.stored.copy.pageUrl),
          ),
        observe: (chosen) => {
          onlyObserved = chosen
          void showFirst()
        },
      },
    )
  }
}

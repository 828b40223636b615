import { hiddenStage } from '../offline/hidden-stage.ts'
import { registerWorker } from '../offline/own-script.ts'
import { askToKeep } from '../offline/room-left.ts'
import { sayFrom, type Texts } from '../offline/say.ts'
import { openCopy } from './open-copy.ts'
import { showChoice } from './screens/choice-screen.ts'
import { listCopies } from './storage/copies.ts'
import { closeItems } from './storage/items.ts'
import { openVisits } from './storage/visit-database.ts'
import { startVisit } from './start-visit.ts'
import { visitLine } from './visit-line.ts'

const say = sayFrom(JSON.parse(document.getElementById('texts')?.textContent ?? '{}') as Texts)
const base = document.body.dataset['base'] ?? ''
const clock = () => new Date()

// one window writes and sends, however many are open
void navigator.locks.request(`visita ${base}`, { ifAvailable: true }, async (lock) => {
  const root = await hiddenStage(document.getElementById('app') as HTMLElement)
  if (!lock) return showChoice(root, say, { copies: [], why: 'other_window' })
  await begin(root)
  // held for as long as the page stands
  await new Promise(() => undefined)
})

async function begin(root: HTMLElement): Promise<void> {
  // while there is network the page works without it too
  registerWorker('visita', `${base}sw.js`)
  const database = await openVisits(base)
  // what a page left half-written when it went can only be sent: nobody here can read it any more
  await closeItems(database)
  await askToKeep()
  const line = visitLine(base, clock)
  const asked = new URLSearchParams(location.search).get('evaluacion')
  const copies = await listCopies(database)
  const [only] = copies.length === 1 ? copies : []
  const id = asked ?? only?.copy.evaluationId
  if (id === undefined) return showChoice(root, say, { copies, why: null })
  const stored = await openCopy(database, line, id)
  if (typeof stored === 'string') return showChoice(root, say, { copies, why: stored })
  await startVisit({ root, say, database, stored, line, clock })
}

import { Refused } from './parts/post-json.ts'
import { isFingerprintNew } from './parts/seen-fingerprint.ts'
import { actForm, type Filled } from './room/act-form.ts'
import { askPlaces, type OfferedAct } from './room/calls.ts'
import { whenIdle } from './room/idle.ts'
import { askIdentity } from './room/identity.ts'
import type { Keyring } from './room/keyring.ts'
import { showList } from './room/list.ts'
import { byId, part, warning } from './room/page.ts'
import { agree, letIn, membersFor, setAside } from './room/readers.ts'
import { reportView } from './room/report.ts'
import { type Handover, handoverBox, packReport } from './room/package.ts'
import { recordTold } from './room/record-told.ts'
import { openablePlaces, type OpenedRoomReport, readAll } from './room/reports.ts'
import { say } from './room/setup.ts'
import { takeAct, write } from './room/take.ts'
import { listenToUnlock } from './room/unlock-form.ts'

/** The officers' room: everything that was opened is in here, and goes when it is locked. */
let ring: Keyring | null = null
let reports: readonly OpenedRoomReport[] = []
/** Shown once, with the report that it is of. */
let handover: Handover | null = null

const sections = ['room-unlock', 'room-list', 'room-told', 'room-report'] as const

function show(section: (typeof sections)[number]): void {
  for (const id of sections) byId(id).hidden = id !== section
  byId('room-bar').hidden = section === 'room-unlock'
}

function tell(text: string): void {
  byId('room-said').textContent = text
}

listenToUnlock(askPlaces, async (keys) => {
  ring = keys
  await openAll(keys)
})

async function openAll(keys: Keyring): Promise<void> {
  const alarms: string[] = []
  const { directory } = keys
  if (isFingerprintNew(directory.administration, directory.fingerprint)) {
    alarms.push(say('alarm.fingerprint', { fingerprint: directory.fingerprint }))
  }
  const read = await readAll(keys, await openablePlaces(keys, await askPlaces()))
  // locked in the meantime
  if (ring !== keys) return
  reports = read.reports
  if (read.tampered > 0) alarms.push(say('alarm.tampered'))
  byId('room-alarm').replaceChildren(...alarms.map(warning))
  toList()
}

function toList(): void {
  showList(reports, openReport)
  show('room-list')
}

byId('room-record').addEventListener('click', () => {
  const keys = ring
  if (!keys) return
  tell('')
  show('room-told')
  recordTold(keys.directory, async (said) => {
    await openAll(keys)
    tell(said)
  })
})

byId('room-filter').addEventListener('input', () => showList(reports, openReport))

function openReport(report: OpenedRoomReport): void {
  if (!ring) return
  const view = reportView(ring, report, {
    back: () => {
      tell('')
      toList()
    },
    take: (act, place) => offer(report, act, place),
    write: (text, problem) => void send(report, text, problem),
  })
  if (handover) part(view, 'form').append(handoverBox(handover))
  handover = null
  byId('room-report').replaceChildren(view)
  show('room-report')
  part(view, 'title').focus()
}

function offer(report: OpenedRoomReport, act: OfferedAct, place: HTMLElement): void {
  const keys = ring
  if (!keys) return
  const { form, problem } = actForm(act, membersFor(act.code, keys, report), {
    confirm: (filled) =>
      void carryOut(report, () => carry(keys, report, act, filled), act.text, problem),
    cancel: () => place.replaceChildren(),
  })
  place.replaceChildren(form)
  part(form, 'title').focus()
}

function carry(
  keys: Keyring,
  report: OpenedRoomReport,
  act: OfferedAct,
  filled: Filled,
): Promise<string | void> {
  switch (act.code) {
    case 'request_identity':
      return askIdentity(keys, report, filled)
    case 'begin_epoch':
      return setAside(keys, report, filled)
    case 'wrap_reader':
      return letIn(keys.directory, report, filled)
    case 'approve_reader':
      return agree(report, filled)
    case 'refer':
      return handOver(keys, report, act, filled)
    default:
      return takeAct(report, act, filled)
  }
}

/** What goes to the other authority is packed before the step is taken: without it nothing is referred. */
async function handOver(
  keys: Keyring,
  report: OpenedRoomReport,
  act: OfferedAct,
  filled: Filled,
): Promise<void> {
  const packed = await packReport(keys, report)
  await takeAct(report, act, filled)
  handover = packed
}

async function send(
  report: OpenedRoomReport,
  text: string,
  problem: (text: string) => void,
): Promise<void> {
  if (text.trim() === '') return problem(say('empty_message'))
  await carryOut(report, () => write(report, text.trim()), say('sent'), problem)
}

/** Whatever was done, the report is read anew; if somebody was faster, that is what is shown. */
async function carryOut(
  report: OpenedRoomReport,
  work: () => Promise<string | void>,
  what: string,
  problem: (text: string) => void,
): Promise<void> {
  try {
    const said = await work()
    await again(report, said ?? say('done', { what }))
  } catch (error) {
    const refused = error instanceof Refused ? error : null
    if (refused?.status === 409) await again(report, say('moved'))
    else problem(refused?.problems[0]?.message ?? say(whyNot(error)))
  }
}

/** Nobody without a conflict would be left: the construction refuses to seal for no one. */
function whyNot(error: unknown): string {
  return error instanceof Error && error.message === 'no_reader' ? 'needs_two' : 'failed'
}

async function again(report: OpenedRoomReport, said: string): Promise<void> {
  if (!ring) return
  const places = await askPlaces()
  const own = { ...places, places: places.places.filter(({ id }) => id === report.sealed.id) }
  const [fresh] = (await readAll(ring, await openablePlaces(ring, own))).reports
  reports = reports.flatMap((one) => (one === report ? (fresh ?? []) : one))
  tell(said)
  if (fresh) openReport(fresh)
  else toList()
}

function lock(): void {
  if (!ring) return
  ring = null
  reports = []
  for (const id of ['room-report', 'room-rows', 'room-alarm', 'told-words', 'told-facts']) {
    byId(id).replaceChildren()
  }
  byId('told-text').textContent = ''
  byId<HTMLFormElement>('told-form').reset()
  byId<HTMLInputElement>('room-search').value = ''
  show('room-unlock')
  tell(say('locked'))
  byId('passphrase').focus()
}

byId('room-lock').addEventListener('click', lock)
addEventListener('pagehide', lock)
whenIdle(lock)

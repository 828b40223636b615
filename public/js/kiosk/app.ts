import { clock, enrol } from './device/device-calls.ts'
import { localDay } from '../offline/local-date.ts'
import { startSending, type Sending } from './device/sending.ts'
import type { Setup } from './device/setup.ts'
import { newDraft, type Draft } from './filing/draft.ts'
import { startJourney, type Journey } from './journey.ts'
import { guardExits } from './page/guard-exits.ts'
import type { Stage } from './page/frame.ts'
import { hiddenStage } from '../offline/hidden-stage.ts'
import { idleDialog } from './page/idle-dialog.ts'
import { watchIdle, type IdleWatch } from './page/idle.ts'
import { registerWorker } from '../offline/own-script.ts'
import { stopReading } from './page/read-aloud.ts'
import { sayFrom, type Texts } from '../offline/say.ts'
import { wearColours } from './page/wear-colours.ts'
import { showAttract, whyClosed, type AttractFacts } from './screens/attract-screen.ts'
import { showEnrol } from './screens/enrol-screen.ts'
import { showStaff } from './screens/staff-screen.ts'
import { openDatabase } from './storage/database.ts'
import { countTakenOn } from './storage/day-count.ts'
import { forget, recall } from './storage/device-memory.ts'
import { countWaiting, forgetRefusals } from './storage/filing-queue.ts'
import { startSurvey } from './survey/survey-journey.ts'
import { askToKeep, hasRoom } from '../offline/room-left.ts'

const texts = JSON.parse(document.getElementById('texts')?.textContent ?? '{}') as Texts
const sayIn = (language: string) => sayFrom((texts[language] ?? texts['es']) as Texts)

void begin()

async function begin(): Promise<void> {
  const root = await hiddenStage(document.getElementById('app') as HTMLElement)
  // while there is network the app works without it too
  registerWorker('tableta', '/tableta/sw.js')
  const database = await openDatabase()
  let journey: Pick<Journey, 'back'> | null = null
  guardExits(() => journey?.back())

  const setup = await recall(database, 'setup')
  const enrolment = await recall(database, 'enrolment')
  if (!setup || !enrolment) {
    const start = () => void navigator.serviceWorker.ready.then(() => location.reload())
    showEnrol(root, sayIn('es'), (code) => enrol(database, code), start)
    return
  }
  await askToKeep()
  wearColours(setup.administration.theme?.accent)
  const sending = startSending(database, enrolment.token, () => void showFirst())
  sending.hear(({ is }) => {
    if (is === 'sent' || is === 'refused') void showFirst()
  })
  root.dataset['screen'] = 'attract'
  await showFirst()

  /** Only where nobody is at work. */
  async function showFirst(): Promise<void> {
    const facts = await lookAround(database)
    if (root.dataset['screen'] !== 'attract' || !facts) return
    showAttract(root, facts, sayIn, {
      begin: (language) => void receive(language),
      survey: (language, survey) => {
        const { stage } = openStage(root, facts.setup, language, null)
        journey = startSurvey({ stage, survey, database, sending, clock })
      },
      staff: () => void showStaffCorner(facts),
    })
  }

  /** Asked again at the last moment: meanwhile the tablet may have been switched off, or be full. */
  async function receive(language: string): Promise<void> {
    const facts = await lookAround(database)
    if (!facts || whyClosed(facts)) return showFirst()
    const draft = newDraft()
    const { stage, idle } = openStage(root, facts.setup, language, draft)
    const today = localDay(clock(), facts.setup.administration.timeZone)
    const visit = { setup: facts.setup, language, say: stage.say, draft, today }
    journey = startJourney({ stage, visit, database, sending, idle, clock })
  }

  async function showStaffCorner(facts: AttractFacts): Promise<void> {
    const [language = 'es'] = facts.setup.languages
    const { stage } = openStage(root, facts.setup, language, null)
    const isFree = facts.isUnknown && facts.waiting.count === 0
    const show = async () => {
      showStaff(
        stage,
        {
          waiting: await countWaiting(database),
          sentAt: await recall(database, 'sentAt'),
          contactAt: await recall(database, 'contactAt'),
          state: whyClosed(facts) ?? 'on',
        },
        {
          sendNow: () => void sendNow(database, sending),
          enrolAgain: isFree ? enrolAgain : undefined,
        },
      )
    }
    const enrolAgain = () => void forget(database, 'enrolment').then(() => location.reload())
    sending.hear(({ is }) => {
      if (root.dataset['screen'] === 'staff' && is !== 'waiting') void show()
    })
    await show()
  }
}

async function sendNow(database: IDBDatabase, sending: Sending): Promise<void> {
  await forgetRefusals(database)
  sending.now()
}

async function lookAround(database: IDBDatabase): Promise<AttractFacts | null> {
  const setup = await recall(database, 'setup')
  if (!setup) return null
  const today = localDay(clock(), setup.administration.timeZone)
  return {
    setup,
    waiting: await countWaiting(database),
    takenToday: await countTakenOn(database, today),
    hasRoom: await hasRoom(),
    isUnknown: (await recall(database, 'unknownSince')) !== undefined,
  }
}

/** A visit begins: from now on somebody must be here. */
function openStage(
  root: HTMLElement,
  setup: Setup,
  language: string,
  draft: Draft | null,
): { stage: Stage; idle: IdleWatch } {
  const say = sayIn(language)
  const finish = () => {
    idle.stop()
    if (draft) wipe(draft)
    leave()
  }
  const dialog = idleDialog(say, {
    stay: () => {
      dialog.close()
      idle.touched()
    },
    finish,
  })
  const idle = watchIdle({ seconds: setup.idleSeconds, warn: dialog.show, end: finish })
  return { stage: { root, say, language, setup, finish }, idle }
}

/** Words, photos and what was drawn of them. */
function wipe(draft: Draft): void {
  for (const { bytes, small } of draft.photos) {
    bytes.fill(0)
    small.width = 0
  }
  Object.assign(draft, newDraft())
}

/** The page goes with everything that it knew; the queue is not in the page. */
function leave(): void {
  stopReading()
  document.body.replaceChildren()
  location.replace(location.pathname)
}

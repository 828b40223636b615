import type { Sending } from './device/sending.ts'
import type { Visit } from './filing/draft.ts'
import { hintsAtCorruption, signalsIn } from './filing/notice-signals.ts'
import { takeFiling } from './filing/take-filing.ts'
import { button, el } from '../offline/element.ts'
import { showScreen, type Stage } from './page/frame.ts'
import type { IdleWatch } from './page/idle.ts'
import { problemList, sayProblem, type Problem } from './page/problems.ts'
import { showCorruption } from './screens/corruption-screen.ts'
import { showDanger } from './screens/danger-screen.ts'
import { showReceipt } from './screens/receipt-screen.ts'
import { isFull } from './storage/database.ts'
import { checkRows } from './steps/check-rows.ts'
import { CORRUPTION, kindStep } from './steps/kind-step.ts'
import type { Step } from './steps/step.ts'
import { firstOpenStep, stepsOf } from './steps/steps.ts'
import { storyStep } from './steps/story-step.ts'

export interface JourneyParts {
  stage: Stage
  visit: Visit
  database: IDBDatabase
  sending: Sending
  idle: IdleWatch
  clock: () => Date
}

export interface Journey {
  /** One question back; at the first it ends the visit. */
  back: () => void
}

/** The camera's own screen stands before the page for so long. */
const CAMERA_SECONDS = 180
/** Somebody copies number and secret by hand. */
const RECEIPT_TIMES = 3

/** One person's way from "what do you want to tell us" to the receipt. */
export function startJourney(parts: JourneyParts): Journey {
  const { stage, visit, idle } = parts
  const { say } = visit
  let back: () => void = stage.finish
  /** Came from the check: goes back there. */
  let isChanging = false

  function ask(step: Step, problems: readonly Problem[] = []): void {
    const steps = stepsOf(visit)
    const before = steps[steps.indexOf(step) - 1]
    back = before ? () => ask(before) : stage.finish
    const heard = el('p', { class: 'seen-by-none', role: 'status' })
    const page = {
      wrong: (field: string) => {
        const problem = problems.find((one) => one.field === field)
        return problem && sayProblem(say, problem)
      },
      away: () => idle.allow(CAMERA_SECONDS),
      tell: (text: string) => {
        heard.className = 'field__error'
        heard.textContent = text
      },
      goOn: () => answered(step),
    }
    const { step: at, total } = progressOf(step)
    showScreen(stage, {
      name: step.name,
      title: step.title(visit),
      progress: say('kiosk.step', { step: at, total }),
      lead: step.lead?.(visit),
      wrong: problemList(stage.root, say, problems),
      body: [
        el(
          'form',
          { class: 'form', autocomplete: 'off', novalidate: true },
          heard,
          ...step.build(visit, page).filter((child) => child !== false),
        ),
      ],
      actions: [
        button(say('kiosk.back'), 'button button--second', () => back()),
        button(say('filing.continue'), 'button', page.goOn, { 'data-go-on': true }),
      ],
    })
    neverSend(stage.root)
  }

  function progressOf(step: Step | null): { step: number; total: number } {
    const steps = stepsOf(visit)
    const at = step ? steps.indexOf(step) + 1 : steps.length + 1
    return { step: at, total: steps.length + 1 }
  }

  function answered(step: Step): void {
    const problems = step.problems(visit)
    if (problems.length > 0) ask(step, problems)
    else if (!isDetour(step)) next(step)
  }

  function next(step: Step): void {
    const steps = stepsOf(visit)
    const at = steps.indexOf(step)
    // a kind that was found late may ask for more on a page that was passed
    const missed = steps.slice(0, at).find((one) => one.problems(visit).length > 0)
    const after = missed ?? (isChanging ? firstOpenStep(visit) : steps[at + 1])
    if (after) ask(after)
    else check()
  }

  /** Where an answer leads instead of the next question. */
  function isDetour(step: Step): boolean {
    const { draft } = visit
    const again = () => ask(step)
    if (step === kindStep && draft.kind === CORRUPTION) {
      back = () => {
        delete draft.kind
        again()
      }
      showCorruption(stage, { isHinted: false, back, goOn: again })
      return true
    }
    if (step !== storyStep) return false
    back = again
    if (!draft.goesOnHere && hintsAtCorruption(visit)) {
      const goOn = () => {
        draft.goesOnHere = true
        answered(step)
      }
      showCorruption(stage, { isHinted: true, back, goOn })
      return true
    }
    const signals = signalsIn(visit)
    if (draft.helpShown || !(signals.has('danger') || signals.has('violence'))) return false
    draft.helpShown = true
    showDanger(stage, { back, goOn: () => next(step) })
    return true
  }

  function check(failure?: string): void {
    const steps = stepsOf(visit)
    const last = steps.at(-1)
    isChanging = false
    back = last ? () => ask(last) : stage.finish
    const { step: at, total } = progressOf(null)
    const send = button(say('filing.check.send'), 'button', () => void take(send), {
      'data-go-on': true,
    })
    showScreen(stage, {
      name: 'check',
      title: say('filing.check.title'),
      progress: say('kiosk.step', { step: at, total }),
      wrong:
        failure &&
        el('p', { class: 'wrong', role: 'alert', 'data-wrong': true, tabindex: '-1' }, failure),
      body: [
        checkRows(visit, steps, (step) => {
          isChanging = true
          ask(step)
          back = () => check()
        }),
        el('p', { class: 'hint' }, say('kiosk.check.note')),
      ],
      actions: [button(say('kiosk.back'), 'button button--second', () => back()), send],
    })
  }

  async function take(send: HTMLButtonElement): Promise<void> {
    const open = firstOpenStep(visit)
    if (open) return ask(open, open.problems(visit))
    send.disabled = true
    idle.touched()
    try {
      const receipt = await takeFiling(parts.database, visit, parts.clock())
      back = () => undefined
      idle.allow(visit.setup.idleSeconds * RECEIPT_TIMES)
      showReceipt(stage, visit, receipt, parts.sending)
      parts.sending.now()
    } catch (error) {
      // nothing was kept, nothing was promised; the person must know at once
      check(say(isFull(error) ? 'kiosk.check.full' : 'kiosk.check.not_kept'))
    }
  }

  ask(kindStep)
  return { back: () => back() }
}

/** What is typed leaves sealed or not at all: a form that is sent would be remembered by the browser. */
function neverSend(root: HTMLElement): void {
  for (const form of root.querySelectorAll('form')) {
    form.addEventListener('submit', (event) => event.preventDefault())
  }
}

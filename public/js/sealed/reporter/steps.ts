import { partOf, partsOf } from './part-of.ts'
import type { Say } from './speech.ts'

export interface Steps {
  show(step: string): void
  current(): string
}

interface StepRules {
  say: Say
  /** False when something on the step is still wrong; it has said so. */
  mayLeave(step: string): boolean
  onShow(step: string): void
  send(): void
}

/** One question at a time within one document: the address never changes and nothing leaves it. */
export function walkThrough(form: HTMLFormElement, rules: StepRules): Steps {
  const sections = partsOf(form, 'section[data-step]')
  const [goOn, goBack] = ['[data-go-on]', '[data-go-back]'].map((one) => partOf(form, one))
  let at = 0
  const show = (index: number) => {
    at = Math.max(0, Math.min(sections.length - 1, index))
    for (const [place, section] of sections.entries()) section.hidden = place !== at
    const isLast = at === sections.length - 1
    if (goOn) goOn.textContent = rules.say(isLast ? 'journey.send' : 'journey.go_on')
    if (goBack) goBack.hidden = at === 0
    partOf(form, '[data-progress]').textContent = rules.say('journey.step', {
      number: at + 1,
      total: sections.length,
    })
    rules.onShow(nameOf(sections[at]))
    window.scrollTo(0, 0)
    partOf(sections[at] ?? form, 'h2').focus()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!rules.mayLeave(nameOf(sections[at]))) return
    if (at === sections.length - 1) rules.send()
    else show(at + 1)
  })
  goBack?.addEventListener('click', () => show(at - 1))
  return {
    show: (step) => show(sections.findIndex((section) => nameOf(section) === step)),
    current: () => nameOf(sections[at]),
  }
}

function nameOf(section: HTMLElement | undefined): string {
  return section?.dataset['step'] ?? ''
}

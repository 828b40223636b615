import { inLanguage, type Localized } from '../device/setup.ts'
import type { Sending } from '../device/sending.ts'
import { choices } from '../page/choices.ts'
import { tick } from '../page/drawings.ts'
import { button, el, type Child } from '../../offline/element.ts'
import { selectField, textArea } from '../page/fields.ts'
import { showScreen, type Stage } from '../page/frame.ts'
import { keepAnswers } from './keep-answers.ts'
import type { SurveySetup } from './survey-setup.ts'

export interface SurveyParts {
  stage: Stage
  survey: SurveySetup
  database: IDBDatabase
  sending: Sending
  clock: () => Date
}

const SCALE = ['1', '2', '3', '4', '5']
const RESOLVED = ['yes', 'partly', 'no']

/** How it went, in two pages and with nobody's name; where nothing was answered nothing is kept. */
export function startSurvey(parts: SurveyParts): { back: () => void } {
  const { stage, survey, database, sending } = parts
  const { say, language, setup } = stage
  const answers: Record<string, string> = {}
  let back: () => void = stage.finish

  function first(error?: string): void {
    back = stage.finish
    show('survey', {
      title: say('surveys.title'),
      lead: say('surveys.lead', { name: setup.administration.name, minutes: survey.minutes }),
      progress: say('kiosk.step', { step: 1, total: 2 }),
      body: [
        el('p', {}, say('surveys.unknown')),
        scale('overall', survey.overall, { error }),
        choices({
          name: 'resolved',
          legend: inLanguage(survey.resolved, language),
          look: 'choices--scale',
          value: answers['resolved'],
          choose: answer('resolved'),
          choices: RESOLVED.map((value) => ({ value, text: say(`surveys.resolved.${value}`) })),
        }),
      ],
      actions: [
        button(say('surveys.next'), 'button', () => (answers['overall'] ? second() : missing()), {
          'data-go-on': true,
        }),
      ],
    })
  }

  function missing(): void {
    first(say('surveys.problems.overall.required'))
    stage.root.querySelector<HTMLElement>('#overall')?.focus()
  }

  function second(failure?: string): void {
    back = () => first()
    const send = button(say('surveys.send'), 'button', () => void keep(send), {
      'data-go-on': true,
    })
    show('survey-more', {
      title: say('surveys.more.title'),
      lead: say('kiosk.survey.more'),
      progress: say('kiosk.step', { step: 2, total: 2 }),
      body: [
        failure && el('p', { class: 'wrong', role: 'alert' }, failure),
        ...survey.drivers.map(({ code, text, about }) => scale(code, text, { hint: about })),
        ...survey.segments.map(({ field, text, options }) =>
          selectField({
            id: field,
            label: inLanguage(text, language),
            value: answers[field],
            change: answer(field),
            options: [
              { value: '', text: say('surveys.rather_not') },
              ...options.map((one) => ({ value: one.code, text: inLanguage(one.text, language) })),
            ],
          }),
        ),
        textArea({
          id: 'comment',
          label: inLanguage(survey.comment.text, language),
          hint: inLanguage(survey.comment.hint, language),
          value: answers['comment'],
          change: answer('comment'),
          attributes: { autocomplete: 'off', maxlength: survey.comment.longest },
        }),
      ],
      actions: [button(say('kiosk.back'), 'button button--second', () => back()), send],
    })
  }

  async function keep(send: HTMLButtonElement): Promise<void> {
    send.disabled = true
    try {
      await keepAnswers(database, setup, { campaign: survey.code, answers }, parts.clock())
    } catch {
      // the disk is full: said at once, and what was answered stays on the page
      return second(say('kiosk.survey.not_kept'))
    }
    sending.now()
    thank()
  }

  function thank(): void {
    back = stage.finish
    show('survey-thanks', {
      title: say('surveys.thanks.title'),
      body: [
        el('div', { class: 'sent sent--done' }, tick(), el('p', {}, say('surveys.thanks.text'))),
      ],
      actions: [button(say('kiosk.survey.done'), 'button', stage.finish)],
    })
  }

  function show(
    name: string,
    screen: {
      title: string
      lead?: string
      progress?: string
      body: readonly Child[]
      actions: readonly Child[]
    },
  ): void {
    const form = el(
      'form',
      { class: 'form', autocomplete: 'off', novalidate: true },
      ...screen.body,
    )
    form.addEventListener('submit', (event) => event.preventDefault())
    showScreen(stage, { ...screen, name, body: [form] })
  }

  function scale(
    name: string,
    text: Localized,
    { hint, error }: { hint?: Localized; error?: string | undefined },
  ): HTMLElement {
    return choices({
      name,
      legend: inLanguage(text, language),
      ...(hint && { hint: inLanguage(hint, language) }),
      look: 'choices--scale',
      value: answers[name],
      error,
      choose: answer(name),
      choices: SCALE.map((value) => ({ value, text: say(`surveys.scale.${value}`) })),
    })
  }

  function answer(name: string): (value: string) => void {
    return (value) => {
      answers[name] = value
    }
  }

  first()
  return { back: () => back() }
}

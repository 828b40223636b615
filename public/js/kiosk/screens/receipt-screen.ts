import { sayInstant } from '../../offline/local-date.ts'
import type { Sending } from '../device/sending.ts'
import type { Visit } from '../filing/draft.ts'
import type { ProvisionalReceipt } from '../filing/take-filing.ts'
import { codeOf, tick, warning } from '../page/drawings.ts'
import { button, el } from '../../offline/element.ts'
import { showScreen, type Stage } from '../page/frame.ts'
import { copyRows } from '../steps/check-rows.ts'
import { stepsOf } from '../steps/steps.ts'

/** Provisional until the tablet has sent it, and good from now on. */
export function showReceipt(
  stage: Stage,
  visit: Visit,
  receipt: ProvisionalReceipt,
  sending: Sending,
): void {
  const { say, setup, language } = stage
  const { number, secret, madeAt } = receipt
  const state = el('div', { class: 'sent', role: 'status' })
  tellProvisional(state, say)
  sending.hear((news) => {
    if (news.is === 'sent' && news.id === receipt.id) tellSent(state, say, news.answer)
  })
  const address = `${setup.statusUrl}/${number}`
  showScreen(stage, {
    name: 'receipt',
    title: say('kiosk.receipt.title'),
    body: [
      el('p', { class: 'paper-only' }, el('strong', {}, setup.administration.name)),
      state,
      el(
        'div',
        { class: 'slip' },
        el(
          'dl',
          { class: 'slip__words' },
          el('dt', {}, say('kiosk.receipt.number')),
          el('dd', { class: 'slip__number' }, number),
          el('dt', {}, say('filing.receipt.secret')),
          el('dd', { class: 'slip__number' }, secret),
        ),
        codeOf(address, say('kiosk.receipt.code')),
      ),
      el('p', { class: 'lead not-on-paper' }, say('kiosk.receipt.keep')),
      el(
        'ul',
        { class: 'list' },
        el('li', {}, say('kiosk.receipt.how', { address: bare(setup.statusUrl) })),
        el('li', {}, say('kiosk.receipt.when')),
      ),
      el(
        'div',
        { class: 'paper-only' },
        el('p', {}, `${setup.centre.name} · ${setup.device.name}`),
        el('p', {}, sayInstant(madeAt, language, setup.administration.timeZone)),
        el('h2', {}, say('filing.receipt.copy')),
        copyRows(visit, stepsOf(visit)),
      ),
    ],
    actions: [
      button(say('kiosk.receipt.print'), 'button button--second', () => print()),
      button(say('kiosk.receipt.done'), 'button', stage.finish),
    ],
  })
}

function tellProvisional(state: HTMLElement, say: Stage['say']): void {
  state.replaceChildren(warning(), el('p', {}, say('kiosk.receipt.provisional')))
}

function tellSent(
  state: HTMLElement,
  say: Stage['say'],
  answer: Readonly<Record<string, unknown>>,
): void {
  const { caseNumber } = answer
  state.classList.add('sent--done')
  const text =
    typeof caseNumber === 'string'
      ? say('kiosk.receipt.sent', { number: caseNumber })
      : say('kiosk.receipt.sent_for_check')
  state.replaceChildren(tick(), el('p', {}, text))
}

function bare(address: string): string {
  return address.replace(/^https?:\/\//, '')
}

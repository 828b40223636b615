import { sayInstant } from '../../offline/local-date.ts'
import { button, el } from '../../offline/element.ts'
import { showScreen, type Stage } from '../page/frame.ts'
import type { Waiting } from '../storage/filing-queue.ts'

export interface StaffFacts {
  waiting: Waiting
  sentAt: string | undefined
  contactAt: string | undefined
  state: string
}

/** What waits and since when, for the staff of the office; nothing of what anybody told. */
export function showStaff(
  stage: Stage,
  { waiting, sentAt, contactAt, state }: StaffFacts,
  ways: { sendNow: () => void; enrolAgain?: (() => void) | undefined },
): void {
  const { say, setup, language } = stage
  const when = (at: string | null | undefined) =>
    at
      ? sayInstant(new Date(at), language, setup.administration.timeZone)
      : say('kiosk.staff.never')
  const facts: [string, string][] = [
    ['tablet', `${setup.device.name} (${setup.device.code})`],
    ['state', say(`kiosk.staff.states.${state}`)],
    ['waiting', String(waiting.count)],
    ['since', waiting.count > 0 ? when(waiting.since) : say('kiosk.staff.nothing')],
    ...(waiting.refused > 0 ? [['refused', String(waiting.refused)] as [string, string]] : []),
    ['sent', when(sentAt)],
    ['contact', when(contactAt)],
    ['line', say(navigator.onLine ? 'kiosk.staff.online' : 'kiosk.staff.offline')],
  ]
  showScreen(stage, {
    name: 'staff',
    title: say('kiosk.staff.title'),
    lead: say('kiosk.staff.lead'),
    isReadAloud: false,
    body: [
      el(
        'dl',
        { class: 'told-list' },
        ...facts.map(([fact, value]) =>
          el(
            'div',
            { class: 'told' },
            el('dt', { class: 'told__name' }, say(`kiosk.staff.facts.${fact}`)),
            el('dd', { class: 'told__value', 'data-fact': fact }, value),
          ),
        ),
      ),
      waiting.refused > 0 && el('p', {}, say('kiosk.staff.refused_help')),
    ],
    actions: [
      ways.enrolAgain &&
        button(say('kiosk.staff.enrol_again'), 'button button--second', ways.enrolAgain),
      button(say('kiosk.staff.send_now'), 'button button--second', ways.sendNow),
      button(say('kiosk.staff.close'), 'button', stage.finish),
    ],
  })
}

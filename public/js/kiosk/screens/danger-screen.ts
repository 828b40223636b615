import { inLanguage } from '../device/setup.ts'
import { button, el } from '../../offline/element.ts'
import { showScreen, type Stage } from '../page/frame.ts'

/** Help comes first when the words tell of danger; the way goes on from here. */
export function showDanger(stage: Stage, ways: { back: () => void; goOn: () => void }): void {
  const { say, setup, language } = stage
  const { text, phones = [] } = setup.administration.contact?.emergency ?? {}
  const texts = [inLanguage(text, language), inLanguage(setup.texts['danger_help'], language)]
  showScreen(stage, {
    name: 'danger',
    title: say('filing.danger.title'),
    lead: say('filing.danger.lead'),
    body: [
      ...texts.filter(Boolean).map((one) => el('p', {}, one)),
      el('p', {}, say('kiosk.danger.here')),
      el(
        'ul',
        { class: 'phones' },
        ...phones.map(({ number, name }) =>
          el('li', {}, el('strong', {}, number), ' ', inLanguage(name, language)),
        ),
      ),
    ],
    actions: [
      button(say('kiosk.back'), 'button button--second', ways.back),
      button(say('filing.danger.continue'), 'button', ways.goOn),
    ],
  })
}

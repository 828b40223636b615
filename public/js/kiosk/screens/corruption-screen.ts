import { inLanguage } from '../device/setup.ts'
import { codeOf } from '../page/drawings.ts'
import { button, el } from '../../offline/element.ts'
import { showScreen, type Stage } from '../page/frame.ts'

/**
 * Never taken here: who stands at a tablet in an office is seen. `goOn` is offered where only words
 * hinted at it, since words can be mistaken.
 */
export function showCorruption(
  stage: Stage,
  { isHinted, back, goOn }: { isHinted: boolean; back: () => void; goOn: () => void },
): void {
  const { say, setup, language } = stage
  const { corruptionUrl } = setup
  showScreen(stage, {
    name: 'corruption',
    title: say('filing.door.title'),
    lead: isHinted
      ? inLanguage(setup.texts['corruption_door'], language) || say('filing.door.not_kept')
      : say('kiosk.corruption.lead'),
    body: [
      el(
        'div',
        { class: 'elsewhere' },
        el(
          'div',
          {},
          el('p', {}, say('kiosk.corruption.seen')),
          el('p', {}, say('kiosk.corruption.phone')),
          el('p', {}, say('kiosk.corruption.nothing_kept')),
          el('p', { class: 'address' }, corruptionUrl.replace(/^https?:\/\//, '')),
        ),
        codeOf(corruptionUrl, say('kiosk.corruption.code')),
      ),
    ],
    actions: [
      button(say('kiosk.back'), 'button button--second', back),
      isHinted && button(say('kiosk.corruption.is_not'), 'button button--second', goOn),
      button(say('kiosk.finish'), 'button', stage.finish),
    ],
  })
}

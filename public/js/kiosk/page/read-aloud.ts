import type { Say } from '../../offline/say.ts'
import { button, el } from '../../offline/element.ts'
import { speaker } from './drawings.ts'

/** What is asked, never what was answered. */
const READ = 'h1, .lead, .hint, legend, .field__label, .choice__text, .choice__hint'

/** Only with a voice in the language that works in the device itself, so that nothing is sent to be spoken. */
function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  return speechSynthesis
    .getVoices()
    .find(({ lang, localService }) => localService && lang.toLowerCase().startsWith(language))
}

export function listenButton(say: Say, language: string, main: HTMLElement): HTMLElement | null {
  if (!('speechSynthesis' in globalThis)) return null
  const text = el('span', {}, say('kiosk.listen'))
  const listen = button([speaker(), text], 'button button--quiet listen', () => {
    const isSpeaking = speechSynthesis.speaking
    speechSynthesis.cancel()
    if (!isSpeaking) speak(wordsOf(main), language)
  })
  const show = () => {
    listen.hidden = voiceFor(language) === undefined
  }
  show()
  speechSynthesis.addEventListener('voiceschanged', show, { once: true })
  return listen
}

export function stopReading(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel()
}

/** Sentence by sentence: long texts fall silent in the middle in some browsers. */
function speak(sentences: readonly string[], language: string): void {
  const voice = voiceFor(language)
  for (const sentence of sentences) {
    const utterance = new SpeechSynthesisUtterance(sentence)
    utterance.lang = voice?.lang ?? language
    utterance.voice = voice ?? null
    utterance.rate = 0.95
    speechSynthesis.speak(utterance)
  }
}

function wordsOf(main: HTMLElement): string[] {
  return [...main.querySelectorAll<HTMLElement>(READ)]
    .filter((element) => element.offsetParent !== null || element.matches('legend'))
    .map(({ textContent }) => textContent?.trim() ?? '')
    .filter((text, at, all) => text !== '' && all.indexOf(text) === at)
}

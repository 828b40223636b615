/** What the page says, never what was typed. */
const READ = 'h1, h2, .govuk-body, .govuk-hint, .govuk-error-message, legend, label, main li'

/** Only with a voice that works in the device itself, so that nothing is sent away to be spoken. */
function voiceFor(language) {
  return window.speechSynthesis
    .getVoices()
    .find(({ lang, localService }) => localService && lang.toLowerCase().startsWith(language))
}

/** A button that reads the page aloud, where the browser can. */
export function readAloud() {
  const { listen, stop } = document.body.dataset
  const main = document.querySelector('main')
  if (!listen || !main || !('speechSynthesis' in window)) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = listen
  const show = () => {
    if (voiceFor(document.documentElement.lang)) main.prepend(button)
    else button.remove()
  }
  const ended = () => {
    button.textContent = listen
  }
  button.addEventListener('click', () => {
    const isSpeaking = window.speechSynthesis.speaking
    window.speechSynthesis.cancel()
    ended()
    if (isSpeaking) return
    button.textContent = stop
    speak(wordsOf(main), ended)
  })
  window.addEventListener('pagehide', () => window.speechSynthesis.cancel())
  window.speechSynthesis.addEventListener('voiceschanged', show)
  show()
}

/** Part by part: long texts fall silent in the middle in some browsers. */
function speak(parts, ended) {
  const voice = voiceFor(document.documentElement.lang)
  parts.forEach((part, index) => {
    const utterance = new window.SpeechSynthesisUtterance(part)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = 0.95
    if (index === parts.length - 1) utterance.addEventListener('end', ended)
    window.speechSynthesis.speak(utterance)
  })
}

function wordsOf(main) {
  const said = [...main.querySelectorAll(READ)]
    .filter((element) => element.offsetParent !== null && !element.querySelector(READ))
    .map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '))
  return said.filter((text, at) => text !== '' && said.indexOf(text) === at)
}

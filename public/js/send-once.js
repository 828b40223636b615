const AGAIN_AFTER_MS = 8000

/** A second tap on a slow line does not send the form twice; the server would store it once anyway. */
export function sendOnce() {
  document.addEventListener('submit', (event) => {
    const form = event.target
    // a look at what was typed, shown beside the form, sends nothing
    if (form.method !== 'post' || event.submitter?.formTarget) return
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = 'true'
    setTimeout(() => delete form.dataset.sent, AGAIN_AFTER_MS)
  })
  window.addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sent
  })
}

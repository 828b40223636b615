const EVERY = 20_000

/**
 * An open form says every twenty seconds that somebody is at it and hears who else is, only while it is
 * looked at, and says when it is left.
 */
export function keepPresence() {
  const place = document.querySelector('[data-presence]')
  if (!place) return
  window.setInterval(async () => {
    if (document.visibilityState !== 'visible') return
    const answer = await fetch(place.dataset.presence, { method: 'POST', body: said(place) })
    if (answer.ok) tell(place, (await answer.json()).present)
  }, EVERY)
  let isSent = false
  document.querySelector('#paso')?.addEventListener('submit', () => (isSent = true))
  window.addEventListener('pagehide', () => {
    // what was sent leads to a page that knows whether anybody still writes
    if (isSent) return
    const body = said(place)
    body.set('fin', 'si')
    window.navigator.sendBeacon(place.dataset.presence, body)
  })
}

/** As a form of the page would: with the token that shows that it is ours. */
function said(place) {
  const body = new URLSearchParams({ form: place.dataset.form })
  const token = document.querySelector('#paso input[type="hidden"]')
  if (token) body.set(token.name, token.value)
  return body
}

function tell(place, present) {
  const shown = place.querySelectorAll('li')
  if ([...shown].map(({ textContent }) => textContent).join() === present.join()) return
  place.querySelector('ul').replaceChildren(
    ...present.map((text) => {
      const line = document.createElement('li')
      line.textContent = text
      return line
    }),
  )
  place.querySelector('.case-presence__note').hidden = present.length === 0
}

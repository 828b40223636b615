import { Button, createAll } from 'govuk-frontend'

/** Choosing another unit shows its people at once; without JavaScript a button does. */
export function showPeopleOfUnit() {
  const choice = document.querySelector('.choose-unit')
  if (!choice) return
  choice.querySelector('button').remove()
  let asked = new AbortController()
  choice.addEventListener('change', () => {
    asked.abort()
    asked = new AbortController()
    void show(choice, asked.signal)
  })
}

async function show(choice, signal) {
  const address = `${location.pathname}?${new URLSearchParams(new FormData(choice))}`
  try {
    const answer = await fetch(address, { signal })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const form = page.getElementById('paso')
    if (!form) return location.assign(address)
    takePlaceOf(document.getElementById('paso'), form)
    choice.querySelector('.govuk-hint')?.replaceChildren(hintOf(page))
    history.replaceState(null, '', address)
  } catch {
    if (!signal.aborted) location.assign(address)
  }
}

/** What was typed about the case stays; who could have it depends on the unit. */
function takePlaceOf(old, form) {
  const typed = new FormData(old)
  old.replaceWith(form)
  for (const name of ['priority', 'reason']) {
    const field = form.elements.namedItem(name)
    if (field && typed.has(name)) field.value = typed.get(name)
  }
  createAll(Button, undefined, form)
}

function hintOf(page) {
  return page.querySelector('.choose-unit .govuk-hint')?.textContent ?? ''
}

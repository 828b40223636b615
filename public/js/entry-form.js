/** What makes the staff's form quicker and is not needed for it. */
export function quickenEntry() {
  const form = document.querySelector('form[data-keys="entry"]')
  if (!form) return
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      form.requestSubmit()
    } else if (event.altKey && /^[1-4]$/.test(event.key)) {
      // the same with one hold in every browser: some want another key for an access key
      event.preventDefault()
      form.querySelector(`[accesskey="${event.key}"]`)?.focus()
    }
  })
  form.addEventListener('change', ({ target }) => {
    if (target.name === 'kind') openScript(target.value)
    if (['handedDate', 'centre', 'kind'].includes(target.name)) void sayLimit(form)
  })
}

function openScript(kind) {
  for (const details of document.querySelectorAll('details[data-kind]')) {
    details.open = details.dataset.kind === kind
  }
}

/** The limit for loading paper of the day that was typed, as the server reckons it. */
async function sayLimit(form) {
  const asked = new URLSearchParams({
    handedDate: form.handedDate.value,
    centre: form.centre.value,
    kind: form.kind.value,
  })
  const answer = await fetch(`${location.pathname}?${asked}`)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const limit = page.getElementById('entry-limit')
  const shown = document.getElementById('entry-limit')
  if (!answer.ok || !limit || !shown) return
  shown.className = limit.className
  shown.textContent = limit.textContent
}

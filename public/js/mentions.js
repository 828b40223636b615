const MOST = 6

/**
 * Names in a note: after an `@` those whom it may mean are offered as buttons below it, and who is chosen in
 * the list beside comes into the note. Names are asked for once, when the first `@` is typed.
 */
export function completeMentions() {
  for (const source of document.querySelectorAll('[data-people]')) {
    const note = source.closest('form')?.querySelector('textarea')
    if (!note) continue
    offerNames(note, source.dataset.people)
    if (source.matches('select')) insertChosen(note, source)
  }
}

function insertChosen(note, select) {
  select.addEventListener('change', () => {
    const { name } = select.selectedOptions[0]?.dataset ?? {}
    if (!name) return
    const before = note.value.trimEnd()
    note.value = `${before}${before ? ' ' : ''}@${name} `
    select.value = ''
    note.focus()
  })
}

function offerNames(note, address) {
  const offer = document.createElement('div')
  offer.className = 'mention-offer'
  offer.setAttribute('role', 'status')
  note.after(offer)
  let asked = null
  note.addEventListener('input', async () => {
    const begun = begunName(note)
    if (begun === null) return show(offer, [], note)
    asked ??= askNames(address)
    const names = await asked
    // typed on while the names came
    const now = begunName(note)
    show(offer, now === null ? [] : matching(names, now), note)
  })
  note.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(offer, [], note)
  })
}

async function askNames(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } })
  return answer.ok ? (await answer.json()).names : []
}

/** What was typed after the last `@` before the cursor, up to three words; null: no name is begun. */
function begunName(note) {
  const before = note.value.slice(0, note.selectionStart)
  return /(?<![\p{L}\p{N}])@(\p{L}*(?: \p{L}+){0,3})$/u.exec(before)?.[1] ?? null
}

function matching(names, begun) {
  const words = plain(begun)
  return names.filter((name) => plain(name).startsWith(words) && plain(name) !== words)
}

function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function show(offer, names, note) {
  offer.replaceChildren(...names.slice(0, MOST).map((name) => nameButton(name, offer, note)))
}

function nameButton(name, offer, note) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = `@${name}`
  button.addEventListener('click', () => {
    const end = note.selectionStart
    const start = note.value.lastIndexOf('@', end - 1)
    note.setRangeText(`@${name} `, start, end, 'end')
    show(offer, [], note)
    note.focus()
  })
  return button
}

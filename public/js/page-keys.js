import { onKey } from './press-keys.js'

const SOON = 1500

/**
 * Single letters on the pages of whoever switched them on in their account (WCAG 2.1.4): only for them does the
 * page bring the list of keys. What a key opens or puts the focus on says so itself, by `data-page-key`.
 */
export function quickenPages() {
  const help = document.querySelector('dialog[data-keys-help]')
  // the letters of coding are its own
  if (!help || document.querySelector('form[data-keys="coding"]')) return
  for (const each of document.querySelectorAll('[data-page-key]')) {
    each.setAttribute('aria-keyshortcuts', each.dataset.pageKey)
  }
  let first = { key: null, at: 0 }
  onKey((key, { shiftKey, timeStamp, repeat }) => {
    if (help.open) return false
    if (key === '?') return open(help)
    if (/^[a-z]$/i.test(key) && shiftKey) return false
    const letter = key.toLowerCase()
    const isSecond = first.key === 'g' && timeStamp - first.at < SOON
    first = { key: letter, at: timeStamp }
    if (isSecond) return go(`g ${letter}`)
    if (letter === 'j' || letter === 'k') return step(letter === 'j' ? 1 : -1) || go(letter)
    return !repeat && (actOnCase(letter) || go(letter))
  })
}

function open(help) {
  help.showModal()
  return true
}

/** Opens what the key stands for, or puts the focus there where it is to be written. */
function go(key) {
  const place = document.querySelector(`[data-page-key="${window.CSS.escape(key)}"]`)
  if (!place) return false
  if (place.matches('a')) place.click()
  else place.focus()
  return true
}

const titles = () => [...document.querySelectorAll('.case-row__title a')]

const currentRow = () => document.activeElement.closest('.case-row')

/** Along the list; from elsewhere on the page it begins at the first case. Enter opens, as with any link. */
function step(by) {
  const links = titles()
  if (links.length === 0) return false
  const at = links.findIndex((link) => link.closest('.case-row') === currentRow())
  const next = links[at === -1 ? 0 : at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return true
}

function actOnCase(key) {
  const row = currentRow()
  if (!row || (key !== 'o' && key !== 'x')) return false
  row.querySelector(key === 'o' ? '.case-row__title a' : '.case-row__check')?.click()
  return true
}

import { onKey } from './press-keys.js'

const SWITCH = 'coding-keys'

/**
 * Coding by keys, wherever the focus is, except where somebody types. Whoever is disturbed by them, such as
 * somebody who speaks to the machine, turns them off for this machine (WCAG 2.1.4).
 */
export function quickenCoding() {
  const form = document.querySelector('form[data-keys="coding"]')
  if (!form) return
  const isOn = offerSwitch()
  onKey((key, { target }) => isOn() && press(form, key.toLowerCase(), target))
  if (!document.querySelector('.govuk-error-summary')) form.querySelector('#codeId')?.focus()
}

/** Says whether the keys are on. Where nothing can be kept they are on until the page is left. */
function offerSwitch() {
  const box = document.querySelector('[data-keys-switch] input')
  if (!box) return () => true
  box.closest('[data-keys-switch]').hidden = false
  box.checked = readSwitch() !== 'off'
  box.addEventListener('change', () => keepSwitch(box.checked ? 'on' : 'off'))
  return () => box.checked
}

function readSwitch() {
  try {
    return window.localStorage.getItem(SWITCH)
  } catch {
    // a browser that keeps nothing has nothing to tell
    return null
  }
}

function keepSwitch(value) {
  try {
    window.localStorage.setItem(SWITCH, value)
  } catch {
    // it still holds for this page
  }
}

function press(form, key, target) {
  if (/^[1-9]$/.test(key)) {
    return target.name === 'severity' ? chooseSeverity(form, key) : chooseCode(form, key)
  }
  if (key === 's') return toggle(form.elements.suggestion)
  if (key === 'd') return toggle(form.elements.harm)
  if (key === 'v') return chooseNext([...form.elements.valence])
  if (key === 'e') return chooseNextOption(form.elements.stage)
  return false
}

function chooseCode(form, key) {
  const code = form.querySelector(`[name="codeId"][data-key="${key}"]`)
  if (!code) return false
  code.checked = true
  const severities = [...form.elements.severity]
  const chosen = severities.find(({ checked }) => checked) ?? severities[0]
  chosen.focus()
  return true
}

function chooseSeverity(form, key) {
  const severity = [...form.elements.severity].find(({ value }) => value === key)
  if (!severity) return false
  severity.checked = true
  form.requestSubmit()
  return true
}

function toggle(box) {
  box.checked = !box.checked
  return true
}

function chooseNext(radios) {
  const at = radios.findIndex(({ checked }) => checked)
  radios[(at + 1) % radios.length].checked = true
  return true
}

function chooseNextOption(select) {
  select.selectedIndex = (select.selectedIndex + 1) % select.options.length
  return true
}

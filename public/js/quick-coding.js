/**
 * Coding by keys. They work only while the form has the focus, and never where somebody types, so that
 * they stand in nobody's way.
 */
export function quickenCoding() {
  const form = document.querySelector('form[data-keys="coding"]')
  if (!form) return
  form.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const done = press(form, event.key.toLowerCase(), event.target)
    if (done) event.preventDefault()
  })
  if (!document.querySelector('.govuk-error-summary')) form.querySelector('#codeId')?.focus()
}

/** Text is typed there, or letters choose among what is offered. */
function isTyping(target) {
  return target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])')
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

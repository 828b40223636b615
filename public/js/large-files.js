/** Says before anything is sent that a file is too large. Without a script the server says it. */
export function refuseLargeFiles() {
  for (const input of document.querySelectorAll('input[type="file"][data-too-large]')) {
    const said = document.createElement('p')
    said.className = 'govuk-error-message'
    said.id = `${input.id}-too-large`
    said.setAttribute('role', 'alert')
    input.before(said)
    const isTooLarge = () =>
      [...input.files].some(({ size }) => size > Number(input.dataset.mostBytes))
    const tell = () => {
      said.textContent = isTooLarge() ? input.dataset.tooLarge : ''
      input.setAttribute('aria-invalid', String(isTooLarge()))
    }
    input.addEventListener('change', tell)
    input.form?.addEventListener('submit', (event) => {
      if (!isTooLarge()) return
      event.preventDefault()
      event.stopImmediatePropagation()
      input.focus()
    })
  }
}

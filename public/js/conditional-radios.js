/**
 * Shows what belongs to the chosen option and hides the rest. The library's own script marks radios
 * with aria-expanded, which their role does not allow.
 */
export function revealChosen() {
  for (const radio of document.querySelectorAll('.govuk-radios__input[data-aria-controls]')) {
    radio.setAttribute('aria-controls', radio.dataset.ariaControls)
  }
  document.addEventListener('change', ({ target }) => {
    if (target.matches('.govuk-radios__input')) revealIn(target.form ?? document)
  })
  window.addEventListener('pageshow', () => revealIn(document))
  revealIn(document)
}

function revealIn(scope) {
  for (const radio of scope.querySelectorAll('.govuk-radios__input[aria-controls]')) {
    const revealed = document.getElementById(radio.getAttribute('aria-controls'))
    revealed?.classList.toggle('govuk-radios__conditional--hidden', !radio.checked)
  }
}

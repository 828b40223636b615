/** What makes work on one text quicker and is not needed for it. */
export function quickenTextWork() {
  takeSelection()
  for (const form of document.querySelectorAll('form[data-send-by="control-enter"]')) {
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      form.requestSubmit()
    })
  }
}

/** Words selected in the text are what is to be masked. */
function takeSelection() {
  const form = document.querySelector('form[data-take-selection]')
  const text = form && document.getElementById(form.dataset.takeSelection)
  if (!text) return
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    const words = selection.toString().trim()
    if (words !== '' && text.contains(selection.anchorNode) && text.contains(selection.focusNode)) {
      form.elements.words.value = words
    }
  })
}

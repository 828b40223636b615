/**
 * Hands over each key that is pressed alone, wherever the focus is, except where somebody types. What answers
 * true keeps the browser from doing anything else with it.
 */
export function onKey(press) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (press(event.key, event)) event.preventDefault()
  })
}

/** Text is typed there, or letters choose among what is offered. */
function isTyping(target) {
  return (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])')
  )
}

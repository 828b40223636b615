/** Nothing that leads out of the app, where taking it away harms nobody; zoom and text size stay. */
export function guardExits(goBack: () => void): void {
  for (const event of ['contextmenu', 'dragstart', 'drop', 'dragover']) {
    document.addEventListener(event, (happened) => happened.preventDefault())
  }
  // the device's own "back" goes one question back, never out
  history.replaceState(null, '')
  history.pushState(null, '')
  addEventListener('popstate', () => {
    history.pushState(null, '')
    goBack()
  })
}

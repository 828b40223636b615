const KEYS = new Set(['Shift', 'Escape'])
const PRESSES = 3
const WITHIN_MS = 5000

/** The link works by itself; with a script it leaves no way back, hides at once and answers to keys. */
export function leaveQuickly(): void {
  const exit = document.querySelector<HTMLAnchorElement>('a[data-exit]')
  if (!exit) return
  exit.addEventListener('click', (event) => {
    event.preventDefault()
    leave(exit.href)
  })
  onThreePresses(() => leave(exit.href))
}

function onThreePresses(act: () => void): void {
  let presses: number[] = []
  document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (!KEYS.has(key)) presses = []
    if (!KEYS.has(key) || repeat) return
    presses = [...presses.filter((one) => timeStamp - one < WITHIN_MS), timeStamp]
    if (presses.length >= PRESSES) act()
  })
}

/** Nothing of the page is left to be seen, nor to come back to, while the next one loads. */
function leave(address: string): void {
  document.body.replaceChildren()
  document.title = ''
  window.location.replace(address)
}

const LONGEST_MS = 10 * 60_000

/** Calls once nobody has touched the page for ten minutes, however the device slept meanwhile. */
export function whenIdle(lock: () => void): void {
  let last = performance.now()
  const touched = () => {
    last = performance.now()
  }
  for (const event of ['pointerdown', 'keydown', 'scroll']) {
    addEventListener(event, touched, { passive: true })
  }
  setInterval(() => {
    if (performance.now() - last > LONGEST_MS) lock()
  }, 5_000)
}

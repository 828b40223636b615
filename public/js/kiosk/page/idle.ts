/** Whoever is warned has this long to stay (WCAG 2.2.1 asks for twenty seconds). */
export const WARNING_SECONDS = 25
const LOOK_EVERY_MS = 250

export interface IdleWatch {
  /** Somebody is here. */
  touched: () => void
  /** Gives more time than usual: a receipt is being copied, the camera is open. */
  allow: (seconds: number) => void
  stop: () => void
}

export interface IdleOptions {
  seconds: number
  /** With what is left; again each second. */
  warn: (left: number) => void
  end: () => void
}

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'scroll', 'wheel'] as const

/** Watches whether anybody still touches the tablet. */
export function watchIdle({ seconds, warn, end }: IdleOptions): IdleWatch {
  let endsAt = performance.now() + seconds * 1_000
  let isWarning = false
  let said = Infinity
  const touched = () => {
    endsAt = Math.max(endsAt, performance.now() + seconds * 1_000)
    isWarning = false
    said = Infinity
  }
  // while the question stands, only its own answer counts
  const sign = () => {
    if (!isWarning) touched()
  }
  for (const event of SIGNS_OF_LIFE) addEventListener(event, sign, { passive: true, capture: true })
  const stop = () => {
    clearInterval(timer)
    for (const event of SIGNS_OF_LIFE) removeEventListener(event, sign, { capture: true })
  }
  const timer = setInterval(() => {
    const left = Math.ceil((endsAt - performance.now()) / 1_000)
    if (left <= 0) {
      stop()
      end()
    } else if (left <= WARNING_SECONDS && left < said) {
      isWarning = true
      said = left
      warn(left)
    }
  }, LOOK_EVERY_MS)
  return {
    touched,
    stop,
    allow: (more) => {
      endsAt = performance.now() + more * 1_000
    },
  }
}

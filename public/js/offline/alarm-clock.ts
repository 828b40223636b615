/** A pause that can be cut short, also just before it begins. */
export function alarmClock(): { wait: (ms: number) => Promise<void>; ring: () => void } {
  let wake: (() => void) | null = null
  let hasRung = false
  return {
    async wait(ms) {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, ms)
        })
      }
      wake = null
      hasRung = false
    },
    ring() {
      hasRung = true
      wake?.()
    },
  }
}

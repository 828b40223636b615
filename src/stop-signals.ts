import type { Log } from './platform/log/index.ts'

const PATIENT_MS = 2_000

/**
 * Runs once, at the first signal to stop. npm passes on what a terminal already sent to everyone,
 * so a second signal counts as impatience only after a while.
 */
export function onceToldToStop(stop: (signal: string) => Promise<void>, log: Log): void {
  let told: number | null = null
  const toldToStop = (signal: string) => {
    if (told !== null) {
      if (performance.now() - told > PATIENT_MS) process.exit(1)
      return
    }
    told = performance.now()
    stop(signal).then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ err: error }, 'did not stop in order')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, toldToStop)
}

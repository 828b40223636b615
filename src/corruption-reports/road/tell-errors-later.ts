import type { ErrorLog } from '../../platform/web/index.ts'

const HOUR_MS = 3_600_000

/**
 * An error that nobody expected must reach those who run the book, but its line would tell to the second
 * when somebody was here. So only where in the code it happened is kept, and how often, and once an hour
 * it is told.
 */
export function tellErrorsLater(log: ErrorLog, everyMs = HOUR_MS): ErrorLog {
  const places = new Map<string, number>()
  const tell = () => {
    log.error({ errors: Object.fromEntries(places) }, 'unexpected errors on the reporters’ road')
    places.clear()
  }
  return {
    withoutNumbers: true,
    error: (entry) => {
      if (places.size === 0) setTimeout(tell, everyMs).unref()
      const place = placeOf((entry as { err?: unknown }).err)
      places.set(place, (places.get(place) ?? 0) + 1)
    },
  }
}

/** The kind of error and the first line of ours, never its message: that may repeat what was typed. */
function placeOf(error: unknown): string {
  const { name, code, stack } = (error ?? {}) as { name?: string; code?: string; stack?: string }
  const line = stack?.split('\n').find((each) => each.includes('/src/'))
  return [name ?? 'Error', code, line?.replace(/^.*\/src\//, 'src/').replace(/\)$/, '')]
    .filter(Boolean)
    .join(' ')
}

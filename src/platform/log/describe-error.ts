/** What PostgreSQL tells of an error besides its message. */
interface DatabaseTrouble {
  severity: string
  code: string
  table?: string
  constraint?: string
  routine?: string
}

/**
 * An error as the log may hold it. PostgreSQL repeats the offending values in its messages and
 * details, and those may be a person's: of such an error only codes and names are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const fromDatabase = isDatabaseTrouble(error)
  return {
    type: error.name,
    ...(fromDatabase
      ? {
          code: error.code,
          table: error.table,
          constraint: error.constraint,
          routine: error.routine,
        }
      : { message: error.message, code: (error as NodeJS.ErrnoException).code }),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

function isDatabaseTrouble(error: Error): error is Error & DatabaseTrouble {
  return 'severity' in error && 'code' in error
}

/** The stack without its first line, which repeats the message. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
}

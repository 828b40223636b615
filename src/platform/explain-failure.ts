/** Failures of a start that whoever starts can mend, in one line; null for those that need a programmer. */
export function explainFailure(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if (explainsItself(error)) return error.message
  const trouble = firstOf(error) as Trouble
  const place = [trouble.address, trouble.port].filter((part) => part !== undefined).join(':')
  const explain = trouble.code === undefined ? undefined : EXPLANATIONS[trouble.code]
  return (
    explain?.(place.replace(/^::+/, 'port ') || (trouble.path ?? trouble.hostname ?? '')) ?? null
  )
}

interface Trouble {
  code?: string
  address?: string
  port?: number
  path?: string
  hostname?: string
}

const EXPLANATIONS: Readonly<Record<string, (place: string) => string>> = {
  EADDRINUSE: (place) =>
    `Another program already listens on ${place}. Stop it or set another PORT.`,
  EADDRNOTAVAIL: (place) => `This machine has no address ${place}: look at HOST.`,
  EACCES: (place) => `Not permitted: ${place}. Look at its owner, or choose a PORT above 1023.`,
  EPERM: (place) => `Not permitted: ${place}. Look at its owner.`,
  EROFS: (place) => `${place} cannot be written: look at DATA_DIR.`,
  ENOSPC: () => 'The disk is full.',
  ECONNREFUSED: (place) => `The database does not answer at ${place}: look at DATABASE_URL.`,
  ETIMEDOUT: (place) => `The database does not answer at ${place}: look at DATABASE_URL.`,
  ENOTFOUND: (place) => `The host ${place} of DATABASE_URL is unknown.`,
  EAI_AGAIN: (place) => `The host ${place} of DATABASE_URL cannot be looked up.`,
  '28P01': () => 'The database refuses the password of DATABASE_URL.',
  '28000': () => 'The database refuses the user of DATABASE_URL.',
  '3D000': () => 'The database named in DATABASE_URL does not exist: create it first.',
  '42501': () => 'The user of DATABASE_URL may not create tables there.',
  '53300': () => 'The database has no connection left for us.',
  '57P03': () => 'The database is still starting or stopping.',
}

/** Errors of ours whose message was written for whoever starts the program. */
const PLAIN = new Set(['ConfigProblems', 'AlreadyRunning', 'NewerSchema', 'CannotStart'])

function explainsItself(error: Error): boolean {
  return PLAIN.has(error.name)
}

/** An address with several numbers fails with one error for each. */
function firstOf(error: Error): unknown {
  return error instanceof AggregateError ? (error.errors[0] ?? error) : error
}

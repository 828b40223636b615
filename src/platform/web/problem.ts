import { ExpectedError, Invalid, TooMany, type FieldProblem } from '../errors.ts'

/** What people and machines may know of an error. */
export interface Problem {
  status: number
  code: string
  details: Readonly<Record<string, string | number>>
  problems: readonly FieldProblem[]
  retryAfterSeconds: number | null
  /** False when someone must be woken. */
  expected: boolean
}

/** Errors of the libraries that read requests (body-parser, multer, express), by status. */
const CODES: Readonly<Record<number, string>> = {
  400: 'not_understood',
  404: 'not_found',
  405: 'not_found',
  406: 'not_understood',
  408: 'not_understood',
  411: 'not_understood',
  413: 'too_large',
  415: 'unsupported_type',
  416: 'not_understood',
  422: 'not_understood',
  429: 'too_many',
  431: 'too_large',
}

const MULTER_TOO_LARGE = new Set(['LIMIT_FILE_SIZE', 'LIMIT_FIELD_VALUE', 'LIMIT_FIELD_COUNT'])

export function problemOf(error: unknown): Problem {
  if (error instanceof ExpectedError) {
    return {
      ...plain(error.status, error.code),
      details: error.details,
      problems: error instanceof Invalid ? error.problems : [],
      retryAfterSeconds: error instanceof TooMany ? error.retryAfterSeconds : null,
    }
  }
  const status = statusOf(error)
  const code = CODES[status]
  if (code) return plain(status, code)
  return { ...plain(500, 'unexpected'), expected: false }
}

function plain(status: number, code: string): Problem {
  return { status, code, details: {}, problems: [], retryAfterSeconds: null, expected: true }
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500
  const { name, code, status } = error as { name?: unknown; code?: unknown; status?: unknown }
  if (name === 'MulterError') return MULTER_TOO_LARGE.has(String(code)) ? 413 : 400
  // thrown by busboy on a multipart body that breaks off or has no boundary
  if (
    error instanceof Error &&
    /^(Multipart: |Unexpected end of form|Malformed )/.test(error.message)
  )
    return 400
  return typeof status === 'number' ? status : 500
}

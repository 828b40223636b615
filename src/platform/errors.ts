/** The few errors thrown on purpose. One error page and one problem document translate them. */
export abstract class ExpectedError extends Error {
  abstract readonly status: number
  abstract readonly code: string
  /** Values for the message of `errors.<code>`; never personal data. */
  readonly details: Readonly<Record<string, string | number>>

  constructor(details: Readonly<Record<string, string | number>> = {}) {
    super(new.target.name)
    this.name = new.target.name
    this.details = details
  }
}

/** Also when the thing exists but its existence is none of the asker's business. */
export class NotFound extends ExpectedError {
  readonly status = 404
  readonly code = 'not_found'
}

export class NotAllowed extends ExpectedError {
  readonly status = 403
  readonly code = 'not_allowed'
}

export class NotSignedIn extends ExpectedError {
  readonly status = 401
  readonly code = 'not_signed_in'
}

/** The case moved on since the person opened the page. */
export class WrongState extends ExpectedError {
  readonly status = 409
  readonly code = 'wrong_state'
}

export class TooMany extends ExpectedError {
  readonly status = 429
  readonly code = 'too_many'
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super({ seconds: retryAfterSeconds })
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** One problem per field: a pointer into the input, a stable code, a message key's values. */
export interface FieldProblem {
  field: string
  code: string
  values?: Readonly<Record<string, string | number>>
  /** The key of its sentence, when the feature that found it says it better than the page that shows it. */
  text?: string
}

/** Input that was understood but cannot be taken; pages show the form again, the interface answers 422. */
export class Invalid extends ExpectedError {
  readonly status = 422
  readonly code = 'invalid'
  readonly problems: readonly FieldProblem[]

  constructor(problems: readonly FieldProblem[]) {
    super()
    this.problems = problems
  }
}

/** The program cannot start or a command cannot run; the message says in one line what to do. */
export class CannotStart extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CannotStart'
  }
}

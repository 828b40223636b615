import { ExpectedError } from '../../platform/errors.ts'

/** Somebody was admitted or retired since the page was opened: the person checks again who will read. */
export class DirectoryChanged extends ExpectedError {
  readonly status = 409
  readonly code = 'directory_changed'
}

/** The same key as before with another report: neither is lost by saying so. */
export class AnotherWithThisKey extends ExpectedError {
  readonly status = 422
  readonly code = 'another_with_this_key'
}

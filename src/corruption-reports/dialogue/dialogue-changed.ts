import { ExpectedError } from '../../platform/errors.ts'

/** Something was written in between: it is read first, and the message bound to it. */
export class DialogueChanged extends ExpectedError {
  readonly status = 409
  readonly code = 'dialogue_changed'
}

import type { z } from 'zod'
import type { CaseAction } from '../../case-states.ts'
import type { LockedCase } from '../../case-store.ts'
import type { StaffRequest } from '../../actions/take-step.ts'
import type { DoneCode } from '../done-code.ts'
import type { Field, FieldMaker, Typed } from './fields.ts'
import type { CaseRoom } from './room.ts'

/**
 * One form about a case: in which actions it ends, who will read what is typed, how it is checked and
 * done. What all forms share (the version seen, refusals that keep every word) is in send-form.ts.
 */
export interface CaseForm<Values> {
  /** The end of its address and the key of its texts. */
  path: string
  /** It may be opened while one of these may be taken. */
  actions: readonly CaseAction[]
  /** Shown with words, colour and button of its own: what goes to the person is never mistaken for a note. */
  reader: Reader
  schema: z.ZodType<Values>
  show(room: CaseRoom, typed: Typed | null): Promise<Shown> | Shown
  /** Before anything can be refused, so that nothing typed depends on it. */
  keep?(room: CaseRoom, typed: Typed): Promise<void>
  /** What the person will read of it, where that is not what is typed. */
  leaving?(room: CaseRoom): Promise<readonly LeavingText[]>
  /** Whether these values do something; what only keeps them is never held up. */
  sends?(values: Values): boolean
  submit(room: CaseRoom, request: StaffRequest, values: Values): Promise<Done>
}

/** A text that goes to the person, and the field in which it is written. */
export interface LeavingText {
  field: string
  text: string
}

/** `record`: told to nobody in these words, kept in the history. */
export type Reader = 'person' | 'staff' | 'record'

export interface Shown {
  /** What the form holds when nothing was typed yet. */
  start: Typed
  fields(make: FieldMaker): Field[]
  buttons: readonly Button[]
  /** A template of its own between heading and form, with what it shows. */
  before?: { view: string; model: object }
}

export interface Button {
  text: string
  name?: string
  value?: string
  secondary?: boolean
}

export interface Done {
  /** The code of the notice that is shown afterwards. */
  done: DoneCode
  /** Null: nothing moved, such as when a draft is kept. */
  moved: LockedCase | null
  /** Where to go instead of the case. */
  stay?: boolean
}

/** What may be said of any form, whatever its values. */
export type AnyCaseForm = Pick<CaseForm<unknown>, 'path' | 'actions'>

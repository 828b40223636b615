import type { BookRules } from '../../../administrations/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import type { T } from '../../../platform/i18n/index.ts'
import type { Alongside } from '../../actions/staff-step.ts'
import type { Case } from '../../case.ts'
import type { CaseViewer } from '../../case-policy.ts'
import type { CaseForm, LeavingText, Reader } from './case-form.ts'
import { listOf, textOf, type Field, type Typed } from './fields.ts'
import type { CaseRoom } from './room.ts'

/** Another room's words on the page of a form about a case; null when it has none. */
export type TellOfForm = (at: FormBefore) => Promise<FormTold | null>

/** `shown`: the page is shown. `filled`: a teller's own button was pressed. `sent`: before the form does what it does. */
export type FormMoment = 'shown' | 'filled' | 'sent'

export interface FormBefore {
  moment: FormMoment
  /** The form by the end of its address: `respuesta`, `decision`, `nota` … */
  path: string
  reader: Reader
  /** What the form holds: what it began with, and what was typed over it. */
  typed: Typed
  /** What the person will read of it. */
  leaving: readonly LeavingText[]
  item: Case
  viewer: CaseViewer
  book: BookRules
  slug: string
  trail: string | null
  now: Date
  t: T
  lang: string
}

export interface FormTold {
  /** Between heading and form: a template under views/ and what it shows. */
  above?: { view: string; model: object }
  /** The first fields of the form, with a button that asks again (`filled`) and sends nothing. */
  choice?: { name: string; fields: readonly Field[]; button: string }
  /** Fields of its own after those of the form, sent with it. */
  fields?: readonly Field[]
  /** What stands in these fields from now on; everything else that was typed stays as it is. */
  fills?: Typed
  /** Of `sent` only: what is wrong, so that nothing is sent. */
  problems?: readonly FieldProblem[]
  /** Of `sent` only: said once before it is sent; pressing again sends it. */
  caution?: Caution
  /** Of `sent` only: in the transaction of the step, and undone with it. */
  alongside?: Alongside
  /** Of `sent` only: after the form did what it does. */
  afterwards?: () => Promise<void>
}

export interface Caution {
  /** One for each thing that it says: who presses on has read these, and what is new is said again. */
  seals: readonly string[]
  view: string
  model: object
}

/** The fields by which a page says which button was pressed and which cautions were read. */
const FILL = 'rellenar'
const READ = 'leido'

export async function tellOfForm<Values>(
  room: CaseRoom,
  form: CaseForm<Values>,
  typed: Typed,
  moment: FormMoment,
  tellers: readonly TellOfForm[],
): Promise<FormTold[]> {
  if (tellers.length === 0) return []
  const { item, viewer, book, slug, trail, now } = room
  const { t, lang } = room.response.locals
  const { path, reader } = form
  const about = { item, viewer, book, slug, trail, now, t, lang }
  const leaving = (await form.leaving?.(room)) ?? leavingOf(form, typed)
  const at = { moment, path, reader, typed, leaving, ...about }
  const told: FormTold[] = []
  for (const tell of tellers) {
    const one = await tell(at)
    if (one) told.push(one)
  }
  return told
}

/** In these the forms hold what a person will read. */
const WRITTEN = ['body', 'measures', 'reason', 'message'] as const

function leavingOf({ reader }: { reader: Reader }, typed: Typed): LeavingText[] {
  if (reader !== 'person') return []
  return WRITTEN.map((field) => ({ field, text: textOf(typed, field) })).filter(({ text }) => text)
}

export function asksToFill(typed: Typed): boolean {
  return textOf(typed, FILL) !== ''
}

/** The cautions that were not read yet. */
export function unreadCautions(told: readonly FormTold[], typed: Typed): Caution[] {
  const read = listOf(typed, READ)
  return told.flatMap(({ caution }) =>
    caution && caution.seals.some((seal) => !read.includes(seal)) ? [caution] : [],
  )
}

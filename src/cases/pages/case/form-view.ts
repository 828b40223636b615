import type { FieldProblem } from '../../../platform/errors.ts'
import { formErrors, noErrors } from '../../../platform/web/index.ts'
import { stateTone } from '../state-tone.ts'
import { firstContent, readContents } from './case-file.ts'
import type { CaseForm } from './case-form.ts'
import { kindOf } from './case-view.ts'
import { deadlineView } from './deadline-view.ts'
import { FieldMaker, listOf, textOf, type Typed } from './fields.ts'
import type { CaseRoom } from './room.ts'
import { changesSince } from './changes-since.ts'
import { tellOfForm, type Caution, type FormMoment, type TellOfForm } from './form-told.ts'
import { caseFormUrl, caseUrl } from './urls.ts'

/** Why the form is shown again: what is wrong with it, what others did in between, what to look at first. */
export interface FormTrouble {
  problems?: readonly FieldProblem[]
  movedSince?: number
  cautions?: readonly Caution[]
}

export async function formView<Values>(
  room: CaseRoom,
  form: CaseForm<Values>,
  typed: Typed | null,
  { problems = [], movedSince, cautions = [] }: FormTrouble,
  { tellers, moment }: { tellers: readonly TellOfForm[]; moment: FormMoment },
) {
  const { item, slug, response, trail } = room
  const { t } = response.locals
  const shown = await form.show(room, typed)
  const contents = await readContents(room)
  const errors =
    problems.length === 0
      ? noErrors
      : formErrors(response, problems.map(named), `case-staff.forms.${form.path}.problems`)
  const held = { ...shown.start, ...typed }
  const told = await tellOfForm(room, form, held, moment, tellers)
  const filled = Object.assign({}, held, ...told.map(({ fills }) => fills)) as Typed
  const make = new FieldMaker(response, form.path, filled, errors)
  return {
    title: t(`case-staff.forms.${form.path}.title`),
    error: problems.length > 0,
    errors,
    path: form.path,
    reader: form.reader,
    action: caseFormUrl(slug, item.caseNumber, form.path, null),
    backUrl: caseUrl(slug, item.caseNumber, { trail }),
    trail,
    seen: item.historyLength,
    unit: textOf(held, 'unit'),
    changes: movedSince === undefined ? [] : await changesSince(room, contents, movedSince),
    moved: movedSince !== undefined,
    saved: typed === null && response.req.query['hecho'] === 'guardado',
    before: shown.before ?? null,
    above: told.flatMap(({ above }) => (above ? [above] : [])),
    choices: told.flatMap(({ choice }) => (choice ? [choice] : [])),
    cautions,
    read: listOf(held, 'leido'),
    fields: [...shown.fields(make), ...told.flatMap(({ fields = [] }) => fields)],
    buttons: shown.buttons,
    number: item.caseNumber,
    kind: kindOf(room),
    state: { text: t(`cases.staff_state.${item.state}`), tone: stateTone(item.state) },
    deadline: await deadlineView(room),
    words: firstContent(contents, 'description') ?? t('case-staff.erased'),
    place: firstContent(contents, 'place'),
  }
}

/** `/body` of the input is the field `body` of the page; where the form has no words of its own, all share these. */
function named(problem: FieldProblem): FieldProblem {
  const field = problem.field.replace(/^\//, '').split('/')[0] ?? ''
  const said = problem.code === 'too_long' ? 'too_long' : `${field}.${problem.code}`
  return { text: `case-staff.problems.${said}`, ...problem, field }
}

import { z } from 'zod'
import { addNote } from '../../../actions/add-note.ts'
import { extendTerm } from '../../../actions/decide-answer.ts'
import { archiveCase } from '../../../actions/end-case.ts'
import { requestCorrection } from '../../../actions/request-correction.ts'
import type { StaffRequest } from '../../../actions/take-step.ts'
import { returnCase } from '../../../actions/work-on-case.ts'
import type { CaseAction } from '../../../case-states.ts'
import type { LockedCase } from '../../../case-store.ts'
import type { System } from '../../../../system.ts'
import type { CaseForm, Reader } from '../case-form.ts'
import type { DoneCode } from '../../done-code.ts'
import { requiredText } from './form-values.ts'

const words = z.object({ reason: requiredText() })

interface InWords {
  path: string
  action: CaseAction
  reader: Reader
  done: DoneCode
  take: (system: System, request: StaffRequest, words: string, now: Date) => Promise<LockedCase>
}

/** A step that asks for words and nothing else. */
function inWords({ path, action, reader, done, take }: InWords) {
  const form: CaseForm<z.output<typeof words>> = {
    path,
    actions: [action],
    reader,
    schema: words,
    show: ({ response: { locals } }) => ({
      start: {},
      fields: (make) => [make.area('reason')],
      buttons: [{ text: locals.t(`case-staff.forms.${path}.send`) }],
    }),
    submit: async ({ system, now }, request, { reason }) => ({
      done,
      moved: await take(system, request, reason, now),
    }),
  }
  return form
}

export const correctionForm = inWords({
  path: 'correccion',
  action: 'request_correction',
  reader: 'person',
  done: 'dato_pedido',
  take: requestCorrection,
})

export const archiveForm = inWords({
  path: 'archivo',
  action: 'archive',
  reader: 'person',
  done: 'archivado',
  take: archiveCase,
})

export const extensionForm = inWords({
  path: 'ampliacion',
  action: 'extend',
  reader: 'person',
  done: 'ampliado',
  take: extendTerm,
})

export const returnForm = inWords({
  path: 'devolucion',
  action: 'return',
  reader: 'staff',
  done: 'devuelto',
  take: returnCase,
})

export const noteForm = inWords({
  path: 'nota',
  action: 'note',
  reader: 'staff',
  done: 'anotado',
  take: addNote,
})

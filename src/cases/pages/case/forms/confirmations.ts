import { z } from 'zod'
import { confirmExpiry } from '../../../actions/end-case.ts'
import { closeCase, openCase } from '../../../actions/open-and-close.ts'
import type { StaffRequest } from '../../../actions/take-step.ts'
import { acceptCase } from '../../../actions/work-on-case.ts'
import type { CaseAction } from '../../../case-states.ts'
import type { LockedCase } from '../../../case-store.ts'
import type { System } from '../../../../system.ts'
import type { CaseForm, Reader } from '../case-form.ts'
import type { DoneCode } from '../../done-code.ts'

const nothing = z.object({})

interface Confirmation {
  path: string
  action: CaseAction
  reader?: Reader
  done: DoneCode
  take: (system: System, request: StaffRequest, now: Date) => Promise<LockedCase>
}

/** A step that asks for nothing but the click. */
function confirmation({ path, action, reader = 'record', done, take }: Confirmation) {
  const form: CaseForm<z.output<typeof nothing>> = {
    path,
    actions: [action],
    reader,
    schema: nothing,
    show: ({ response: { locals } }) => ({
      start: {},
      fields: (make) => [make.inset(locals.t(`case-staff.forms.${path}.what_happens`))],
      buttons: [{ text: locals.t(`case-staff.forms.${path}.send`) }],
    }),
    submit: async ({ system, now }, request) => ({ done, moved: await take(system, request, now) }),
  }
  return form
}

export const openForm = confirmation({
  path: 'revision',
  action: 'open',
  done: 'abierto',
  take: openCase,
})

export const acceptForm = confirmation({
  path: 'aceptacion',
  action: 'accept',
  done: 'aceptado',
  take: acceptCase,
})

export const closeForm = confirmation({
  path: 'cierre',
  action: 'close',
  done: 'cerrado',
  take: closeCase,
})

export const expiryForm = confirmation({
  path: 'vencimiento',
  action: 'expire',
  reader: 'person',
  done: 'archivado',
  take: confirmExpiry,
})

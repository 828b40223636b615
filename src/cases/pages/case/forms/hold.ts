import { z } from 'zod'
import { holdCase, releaseHold } from '../../../actions/hold-case.ts'
import type { CaseForm } from '../case-form.ts'
import { requiredText } from './form-values.ts'

const hold = z.object({ reason: requiredText() })

/** Keeps a case as proof, so that nothing of it is erased, or lets its time run again. */
export const holdForm: CaseForm<z.output<typeof hold>> = {
  path: 'conservacion',
  actions: ['hold', 'release_hold'],
  reader: 'staff',
  schema: hold,
  show({ allowed, response: { locals } }) {
    const what = allowed.includes('hold') ? 'hold' : 'release_hold'
    const say = (key: string) => locals.t(`case-staff.forms.conservacion.${what}_${key}`)
    return {
      start: {},
      fields: (make) => [make.inset(say('what_happens')), make.area('reason', { rows: 3 })],
      buttons: [{ text: say('send') }],
    }
  },
  async submit({ system, allowed, now }, request, { reason }) {
    return allowed.includes('hold')
      ? { done: 'conservado', moved: await holdCase(system, request, reason, now) }
      : { done: 'conservacion_levantada', moved: await releaseHold(system, request, reason, now) }
  },
}

import { z } from 'zod'
import { restrictCase, unrestrictCase } from '../../../actions/restrict-case.ts'
import { Invalid } from '../../../../platform/errors.ts'
import type { CaseForm } from '../case-form.ts'
import { text } from './form-values.ts'

const restriction = z.object({ reason: text() })

/** Closes a case to all but the responsible and whoever has it in hand, or opens it again with a reason. */
export const restrictionForm: CaseForm<z.output<typeof restriction>> = {
  path: 'restriccion',
  actions: ['restrict', 'unrestrict'],
  reader: 'staff',
  schema: restriction,
  show({ allowed, response: { locals } }) {
    const what = allowed.includes('restrict') ? 'restrict' : 'unrestrict'
    const say = (key: string) => locals.t(`case-staff.forms.restriccion.${what}_${key}`)
    return {
      start: {},
      fields: (make) => [make.inset(say('what_happens')), make.area('reason', { rows: 3 })],
      buttons: [{ text: say('send') }],
    }
  },
  async submit({ system, allowed, now }, request, { reason }) {
    if (allowed.includes('restrict')) {
      return { done: 'restringido', moved: await restrictCase(system, request, reason, now) }
    }
    if (!reason) throw new Invalid([{ field: '/reason', code: 'required' }])
    return {
      done: 'restriccion_levantada',
      moved: await unrestrictCase(system, request, reason, now),
    }
  },
}

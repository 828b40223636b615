import { z } from 'zod'
import { offerDoor } from '../../../actions/offer-door.ts'
import type { CaseForm } from '../case-form.ts'
import { requiredText } from './form-values.ts'

const words = z.object({ reason: requiredText() })

/** A complaint that turns out to be corruption: the person is shown the sealed door, and decides alone. */
export const otherDoorForm: CaseForm<z.output<typeof words>> = {
  path: 'otra-via',
  actions: ['offer_door'],
  reader: 'staff',
  schema: words,
  show: ({ response: { locals } }) => ({
    start: {},
    fields: (make) => [
      make.inset(locals.t('case-staff.forms.otra-via.what_happens')),
      make.area('reason', { rows: 3 }),
    ],
    buttons: [{ text: locals.t('case-staff.forms.otra-via.send') }],
  }),
  submit: async ({ system, now }, request, { reason }) => ({
    done: 'via_mostrada',
    moved: await offerDoor(system, request, reason, now),
  }),
}

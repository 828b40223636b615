import { z } from 'zod'
import { forwardCompliment } from '../../../actions/forward-compliment.ts'
import type { CaseForm } from '../case-form.ts'
import { officialsOf } from '../officials-view.ts'
import { text, ticked } from './form-values.ts'

const compliment = z.object({ officials: ticked, message: text(2000) })

/** Passed on to whom it praises; the person is thanked. */
export const complimentForm: CaseForm<z.output<typeof compliment>> = {
  path: 'felicitacion',
  actions: ['forward'],
  reader: 'person',
  schema: compliment,
  async show(room) {
    const { t } = room.response.locals
    const praised = await officialsOf(room)
    return {
      start: { officials: room.item.namedOfficials },
      fields: (make) => [
        make.inset(t('case-staff.forms.felicitacion.what_happens')),
        ...(praised.length > 0
          ? [
              make.ticks(
                'officials',
                praised.map(({ officialId, name, post }) => ({
                  value: officialId,
                  text: `${name}, ${post}`,
                })),
              ),
            ]
          : []),
        make.area('message', { rows: 4 }),
      ],
      buttons: [{ text: t('case-staff.forms.felicitacion.send') }],
    }
  },
  submit: async ({ system, now }, request, { officials, message }) => ({
    done: 'felicitacion_pasada',
    moved: await forwardCompliment(system, request, { officialIds: officials, message }, now),
  }),
}

import { z } from 'zod'
import { nameOfficials } from '../../../actions/classify-case.ts'
import type { CaseForm } from '../case-form.ts'
import { officialsOf } from '../officials-view.ts'
import { ticked } from './form-values.ts'

const officials = z.object({ named: ticked, another: z.string().default('') })

/** Whom the case names, as a person reads it. What merely looked like a name is put aside for good. */
export const officialsForm: CaseForm<z.output<typeof officials>> = {
  path: 'funcionarios',
  actions: ['name_officials'],
  reader: 'record',
  schema: officials,
  async show(room) {
    const { t } = room.response.locals
    const known = await officialsOf(room)
    const others = room.book.officials.filter(
      ({ officialId }) => !known.some((one) => one.officialId === officialId),
    )
    return {
      start: { named: room.item.namedOfficials },
      fields: (make) => [
        ...(known.length > 0
          ? [
              make.ticks(
                'named',
                known.map(({ officialId, name, post, why }) => ({
                  value: officialId,
                  text: `${name}, ${post}`,
                  hint: { text: why },
                })),
              ),
            ]
          : [make.inset(t('case-staff.forms.funcionarios.nobody'))]),
        make.select('another', [
          { value: '', text: t('case-staff.forms.funcionarios.no_other') },
          ...others.map(({ officialId, name, post }) => ({
            value: officialId,
            text: `${name}, ${post}`,
          })),
        ]),
      ],
      buttons: [{ text: t('case-staff.forms.funcionarios.send') }],
    }
  },
  async submit(room, request, { named, another }) {
    const { system, now } = room
    const all = [...new Set([...named, ...(another ? [another] : [])])]
    const dismissed = (await officialsOf(room))
      .map(({ officialId }) => officialId)
      .filter((officialId) => !all.includes(officialId))
    return {
      done: 'funcionarios_anotados',
      moved: await nameOfficials(system, request, { named: all, dismissed }, now),
    }
  },
}

import { z } from 'zod'
import { approveAnswer, returnDraft } from '../../../actions/decide-answer.ts'
import { Invalid } from '../../../../platform/errors.ts'
import type { CaseForm } from '../case-form.ts'
import { readContents } from '../case-file.ts'
import { answerView } from '../answer-view.ts'
import { text } from './form-values.ts'

const approval = z.object({
  decision: z.enum(['approve', 'return']),
  comment: text(),
})

/** Another than the author reads what the person would receive, and sends it or returns it with comments. */
export const approvalForm: CaseForm<z.output<typeof approval>> = {
  path: 'aprobacion',
  actions: ['approve', 'return_draft'],
  reader: 'person',
  schema: approval,
  async show(room) {
    const { t } = room.response.locals
    const { submitted, allowed } = room
    const answer = submitted && answerView(room, submitted, await readContents(room))
    return {
      start: {},
      before: { view: 'cases/case/letter', model: { answer, method: room.item.answerBy } },
      fields: (make) => [make.area('comment', { rows: 4 })],
      buttons: [
        ...(allowed.includes('approve')
          ? [{ name: 'decision', value: 'approve', text: t('case-staff.forms.aprobacion.approve') }]
          : []),
        {
          name: 'decision',
          value: 'return',
          text: t('case-staff.forms.aprobacion.return'),
          secondary: true,
        },
      ],
    }
  },
  async leaving(room) {
    const { submitted } = room
    if (!submitted) return []
    const contents = await readContents(room)
    const textOf = (id: string | null) => contents.get(id ?? '')?.body ?? ''
    return [
      { field: 'body', text: textOf(submitted.bodyContentId) },
      { field: 'measures', text: textOf(submitted.measuresContentId) },
    ]
  },
  sends: ({ decision }) => decision === 'approve',
  async submit({ system, now }, request, { decision, comment }) {
    if (decision === 'return') {
      if (!comment) throw new Invalid([{ field: '/comment', code: 'required' }])
      return { done: 'borrador_devuelto', moved: await returnDraft(system, request, comment, now) }
    }
    // comments are for the author: with an approval nobody would ever read them
    if (comment) throw new Invalid([{ field: '/comment', code: 'with_approval' }])
    return { done: 'aprobado', moved: await approveAnswer(system, request, now) }
  },
}

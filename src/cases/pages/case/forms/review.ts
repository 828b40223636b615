import { z } from 'zod'
import { declineReview, reopenCase } from '../../../actions/review-case.ts'
import type { CaseForm } from '../case-form.ts'
import { requiredText } from './form-values.ts'

const DECISIONS = ['reopen', 'decline_review'] as const

const review = z.object({ decision: z.enum(DECISIONS), reason: requiredText() })

/** On new facts, or because the person asked: worked on again, or the answer stands; either with reasons. */
export const reviewForm: CaseForm<z.output<typeof review>> = {
  path: 'reapertura',
  actions: DECISIONS,
  reader: 'person',
  schema: review,
  show(room) {
    const { t } = room.response.locals
    const possible = DECISIONS.filter((decision) => room.allowed.includes(decision))

    return {
      start: { decision: possible.length === 1 ? (possible[0] ?? '') : '' },
      fields: (make) => [
        ...(room.item.reviewAsked ? [make.inset(t('case-staff.forms.reapertura.asked'))] : []),
        make.choice(
          'decision',
          possible.map((value) => ({
            value,
            text: t(`case-staff.forms.reapertura.${value}`),
            hint: { text: t(`case-staff.forms.reapertura.${value}_hint`) },
          })),
        ),
        make.area('reason'),
      ],
      buttons: [{ text: t('case-staff.forms.reapertura.send') }],
    }
  },
  async submit({ system, now }, request, { decision, reason }) {
    return decision === 'reopen'
      ? { done: 'reabierto', moved: await reopenCase(system, request, reason, now) }
      : { done: 'revision_negada', moved: await declineReview(system, request, reason, now) }
  },
}

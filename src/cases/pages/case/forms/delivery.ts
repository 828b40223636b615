import { z } from 'zod'
import { recordDelivery } from '../../../actions/deliver-answer.ts'
import { findPendingDelivery } from '../../../delivery-store.ts'
import type { CaseForm } from '../case-form.ts'
import { requiredText } from './form-values.ts'

const METHODS = ['post', 'pickup', 'sms', 'email'] as const

const delivery = z.object({
  method: z.enum(METHODS),
  result: z.enum(['delivered', 'failed']),
  proof: requiredText(1000),
})

/** Post, pick-up and calls leave a proof that somebody writes down. */
export const deliveryForm: CaseForm<z.output<typeof delivery>> = {
  path: 'entrega',
  actions: ['deliver', 'delivery_failed'],
  reader: 'record',
  schema: delivery,
  async show({ system, item, response: { locals } }) {
    const { t } = locals
    const pending = await findPendingDelivery(system.db, item.administrationId, item.caseId)
    const leavesByItself =
      pending?.method === 'email' || (pending?.method === 'sms' && system.texts !== null)
    const items = (name: string, values: readonly string[]) =>
      values.map((value) => ({ value, text: t(`case-staff.${name}.${value}`) }))
    return {
      start: { method: pending && pending.method !== 'tracking_page' ? pending.method : 'post' },
      fields: (make) => [
        ...(leavesByItself ? [make.warning(t('case-staff.forms.entrega.on_its_way'))] : []),
        make.choice('method', items('method', METHODS)),
        make.choice('result', items('delivery_result', ['delivered', 'failed'])),
        make.area('proof', { rows: 3 }),
      ],
      buttons: [{ text: t('case-staff.forms.entrega.send') }],
    }
  },
  submit: async ({ system, now }, request, record) => ({
    done: record.result === 'delivered' ? 'entregado' : 'entrega_fallida',
    moved: await recordDelivery(system, request, record, now),
  }),
}

import { z } from 'zod'
import {
  consolidateCase,
  markDuplicate,
  redirectCase,
  transferCase,
} from '../../../actions/end-case.ts'
import { normaliseCaseNumber } from '../../../follow-case.ts'
import type { CaseForm, Shown } from '../case-form.ts'
import type { CaseRoom } from '../room.ts'
import { requiredText, text } from './form-values.ts'

/** The forms by which a case goes on somewhere else: with another body, another way, another case. */

const NAME = 200

const transfer = z.object({
  body: requiredText(NAME),
  number: text(60),
  reason: requiredText(),
})

export const transferForm: CaseForm<z.output<typeof transfer>> = {
  path: 'traslado',
  actions: ['transfer'],
  reader: 'person',
  schema: transfer,
  show: ({ response: { locals } }) => ({
    start: {},
    fields: (make) => [
      make.input('body'),
      make.input('number', { classes: 'govuk-input--width-20' }),
      make.area('reason'),
    ],
    buttons: [{ text: locals.t('case-staff.forms.traslado.send') }],
  }),
  submit: async ({ system, now }, request, { number, ...to }) => ({
    done: 'trasladado',
    moved: await transferCase(system, request, { ...to, number: number || null }, now),
  }),
}

const redirect = z.object({ procedure: requiredText(NAME), reason: requiredText() })

export const redirectForm: CaseForm<z.output<typeof redirect>> = {
  path: 'redireccion',
  actions: ['redirect'],
  reader: 'person',
  schema: redirect,
  show: ({ response: { locals } }) => ({
    start: {},
    fields: (make) => [make.input('procedure'), make.area('reason')],
    buttons: [{ text: locals.t('case-staff.forms.redireccion.send') }],
  }),
  submit: async ({ system, now }, request, to) => ({
    done: 'redirigido',
    moved: await redirectCase(system, request, to, now),
  }),
}

const another = z.object({
  caseNumber: requiredText(40).transform(normaliseCaseNumber),
  reason: requiredText(),
})

export const consolidationForm: CaseForm<z.output<typeof another>> = {
  path: 'acumulacion',
  actions: ['consolidate'],
  reader: 'person',
  schema: another,
  show: (room) => showAnother(room, 'acumulacion'),
  submit: async ({ system, now }, request, into) => ({
    done: 'acumulado',
    moved: await consolidateCase(system, request, into, now),
  }),
}

export const duplicateForm: CaseForm<z.output<typeof another>> = {
  path: 'duplicado',
  actions: ['mark_duplicate'],
  reader: 'person',
  schema: another,
  show: (room) => showAnother(room, 'duplicado'),
  submit: async ({ system, now }, request, of) => ({
    done: 'archivado',
    moved: await markDuplicate(system, request, of, now),
  }),
}

function showAnother({ response: { locals } }: CaseRoom, path: string): Shown {
  return {
    start: {},
    fields: (make) => [
      make.input('caseNumber', { classes: 'govuk-input--width-20' }),
      make.area('reason'),
    ],
    buttons: [{ text: locals.t(`case-staff.forms.${path}.send`) }],
  }
}

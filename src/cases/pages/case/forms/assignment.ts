import { z } from 'zod'
import { assignCase, reassignCase, type Assignment } from '../../../actions/assign-case.ts'
import { accountNames } from '../../../../people/index.ts'
import { Invalid } from '../../../../platform/errors.ts'
import { possibleHandlers, type PossibleHandlers } from '../../../possible-handlers.ts'
import type { CaseForm } from '../case-form.ts'
import { textOf, type Item, type Typed } from '../fields.ts'
import type { CaseRoom } from '../room.ts'
import { text } from './form-values.ts'

const assignment = z.object({
  unit: z.string(),
  handler: z.union([z.uuid(), z.literal('')]).default(''),
  priority: z.enum(['0', '1', '2']).default('0'),
  reason: text(),
})

/** To the unit that the rules suggest and its least loaded member, unless a person says otherwise. */
export const assignmentForm: CaseForm<z.output<typeof assignment>> = {
  path: 'asignacion',
  actions: ['assign', 'reassign'],
  reader: 'record',
  schema: assignment,
  async show(room, typed) {
    const { t } = room.response.locals
    const unit = unitOf(room, typed)
    const people = unit && (await possibleHandlersOf(room, unit.unitId))
    const isSecond = room.allowed.includes('reassign')
    return {
      start: {
        unit: unit?.slug ?? '',
        handler: people?.accountId ?? '',
        priority: String(room.item.priority),
      },
      before: {
        view: 'cases/case/choose-unit',
        model: { unit: unit?.slug ?? '', units: unitItems(room), why: whyUnit(room, unit?.unitId) },
      },
      fields: (make) => [
        make.choice('handler', [
          ...(people?.items ?? []),
          { value: '', text: t('case-staff.forms.asignacion.nobody') },
        ]),
        make.choice(
          'priority',
          ['0', '1', '2'].map((value) => ({
            value,
            text: t(`routing.priority.${value}`),
          })),
          { classes: 'govuk-radios--small govuk-radios--inline' },
        ),
        ...(isSecond ? [make.area('reason', { rows: 3 })] : []),
      ],
      buttons: unit ? [{ text: t('case-staff.forms.asignacion.send') }] : [],
    }
  },
  async submit({ system, book, allowed, now }, request, values) {
    const unit = book.units.find(({ slug }) => slug === values.unit)
    if (!unit) throw new Invalid([{ field: '/unit', code: 'unknown' }])
    const to: Assignment = {
      unitId: unit.unitId,
      handlerId: values.handler || null,
      priority: values.priority === '2' ? 2 : values.priority === '1' ? 1 : 0,
      reason: values.reason,
    }
    const take = allowed.includes('assign') ? assignCase : reassignCase
    return { done: 'asignado', moved: await take(system, request, to, now) }
  },
}

/** As chosen; else where it lies or the rules suggest; else the unit that answers for the service. */
function unitOf({ book, item }: CaseRoom, typed: Typed | null) {
  const chosen = typed && (textOf(typed, 'unit') || textOf(typed, 'area'))
  const owner = book.services.find(({ serviceId }) => serviceId === item.serviceId)?.unitId
  return (
    book.units.find(({ slug }) => slug === chosen) ??
    book.units.find(({ unitId }) => unitId === (item.unitId ?? owner)) ??
    null
  )
}

function unitItems({ book, response }: CaseRoom): Item[] {
  const choose = { value: '', text: response.locals.t('case-staff.forms.asignacion.choose_unit') }
  return [choose, ...book.units.map(({ slug, name }) => ({ value: slug, text: name }))]
}

function whyUnit({ item, response }: CaseRoom, unitId: string | undefined): string | null {
  const { t } = response.locals
  if (unitId === undefined) return t('case-staff.forms.asignacion.no_suggestion')
  if (item.unitId !== unitId || item.handlerId) return null
  return t(`case-staff.forms.asignacion.${item.routingRuleId ? 'by_rule' : 'there_already'}`)
}

async function possibleHandlersOf(
  { system, book, item, today, response }: CaseRoom,
  unitId: string,
) {
  const { t } = response.locals
  const people = await possibleHandlers(system.db, book, item, unitId, today)
  const heads = people.heads.filter(
    (head) => !people.candidates.some(({ accountId }) => accountId === head),
  )
  const names = await accountNames(system.db, [
    ...people.candidates.map(({ accountId }) => accountId),
    ...people.candidates.map(({ substituteOf }) => substituteOf),
    ...heads,
  ])
  const items: Item[] = people.candidates
    .filter(({ standing }) => standing !== 'named_in_case')
    .map((candidate) => ({
      value: candidate.accountId,
      text: names.get(candidate.accountId) ?? '',
      hint: { text: standingOf(candidate, names, t) },
    }))
  const headItems = heads.map((accountId) => ({
    value: accountId,
    text: names.get(accountId) ?? '',
    hint: { text: t('people.roles.unit_head') },
  }))
  return { accountId: people.accountId, items: [...items, ...headItems] }
}

function standingOf(
  { openCases, standing, substituteOf }: PossibleHandlers['candidates'][number],
  names: ReadonlyMap<string, string>,
  t: CaseRoom['response']['locals']['t'],
): string {
  return [
    t('case-staff.forms.asignacion.open_cases', { count: openCases }),
    ...(standing === 'chosen' ? [t('case-staff.forms.asignacion.suggested')] : []),
    ...(standing === 'absent' ? [t('case-staff.forms.asignacion.absent')] : []),
    ...(substituteOf
      ? [t('case-staff.forms.asignacion.stands_in', { name: names.get(substituteOf) ?? '' })]
      : []),
  ].join(' · ')
}

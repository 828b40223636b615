import { textOf, type FormBefore, type FormTold, type TellOfForm } from '../../cases/index.ts'
import { localDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { noteUse } from '../actions/note-use.ts'
import { templatesFor, type AnswerTemplate } from '../answer-template.ts'
import { asksOutcome, fillTemplate, unfilledIn } from '../fill-template.ts'
import { knownOfCase } from '../known-of-case.ts'
import { listTemplates } from '../template-store.ts'

const ANSWERS = ['respuesta', 'decision']
const NAME = 'plantilla'

/** On the form of an answer: texts to begin with, and nothing leaves with a field that nobody filled. */
export function tellOfTemplates(system: Pick<System, 'db'>): TellOfForm {
  return async (at) => {
    if (!ANSWERS.includes(at.path)) return null
    if (at.moment === 'sent') return unfilled(at)
    const { administrationId } = at.item
    const templates = templatesFor(await listTemplates(system.db, administrationId), at.item)
    if (templates.length === 0) return null
    const asked = at.moment === 'filled' ? textOf(at.typed, NAME) : ''
    const taken = templates.find(({ templateId }) => templateId === asked) ?? null
    const isEarly = taken !== null && asksOutcome(taken.body + taken.measures) && !outcomeOf(at)
    if (!taken || isEarly) return { choice: choiceOf(templates, at, isEarly ? taken : null) }
    await noteUse(system, administrationId, { templateId: taken.templateId, at: at.now })
    return { choice: choiceOf(templates, at, null), ...filledBy(taken, at) }
  }
}

const outcomeOf = ({ typed }: FormBefore) => textOf(typed, 'outcome')

function unfilled({ leaving }: FormBefore): FormTold | null {
  const problems = leaving.flatMap(({ field, text }) => {
    const left = unfilledIn(text).join(', ')
    if (left === '') return []
    return [{ field, code: 'unfilled', values: { left }, text: 'answer-templates.unfilled' }]
  })
  return problems.length > 0 ? { problems } : null
}

/** What was typed stays; the template's text comes after it. */
function filledBy(template: AnswerTemplate, at: FormBefore): FormTold {
  const known = knownOf(at)
  const join = (field: 'body' | 'measures') =>
    [textOf(at.typed, field).trim(), fillTemplate(template[field], known)]
      .filter((text) => text !== '')
      .join('\n\n')
  const fills = { body: join('body'), measures: join('measures') }
  const left = unfilledIn(`${fills.body}\n${fills.measures}`)
  const model = { name: template.name, left: left.join(', ') }
  return { fills, above: { view: 'answer-templates/taken', model } }
}

function knownOf(at: FormBefore) {
  const { item, book, viewer, now, t, lang } = at
  const { timeZone } = book.administration
  const registeredOn = localDate(item.registeredAt, timeZone)
  const about = { ...item, registeredOn, outcome: outcomeOf(at) }
  const today = localDate(now, timeZone)
  return knownOfCase(about, { book, writer: viewer.staff.name, today, t, lang })
}

function choiceOf(
  templates: readonly AnswerTemplate[],
  { t }: FormBefore,
  early: AnswerTemplate | null,
): NonNullable<FormTold['choice']> {
  const items = templates.map(({ templateId, name }) => ({ value: templateId, text: name }))
  const options = {
    name: NAME,
    value: early?.templateId ?? '',
    items: [{ value: '', text: t('answer-templates.none_chosen') }, ...items],
    label: { text: t('answer-templates.choose'), classes: 'govuk-label--s' },
    hint: { text: t('answer-templates.choose_hint') },
    ...(early && { errorMessage: { text: t('answer-templates.outcome_first') } }),
  }
  return {
    name: NAME,
    fields: [{ component: 'select', options }],
    button: t('answer-templates.take'),
  }
}

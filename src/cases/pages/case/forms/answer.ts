import { z } from 'zod'
import { decideSuggestion } from '../../../actions/decide-answer.ts'
import { saveDraft } from '../../../actions/save-draft.ts'
import { submitDraft } from '../../../actions/work-on-case.ts'
import { findAnswerDraft, type AnswerDraft } from '../../../answer-draft-store.ts'
import { listAnswers } from '../../../answer-store.ts'
import { mayDraft } from '../../../case-policy.ts'
import { inLanguage, outcomesFor } from '../../../../regimes/index.ts'
import type { CaseForm, Shown } from '../case-form.ts'
import { readContents } from '../case-file.ts'
import type { Typed } from '../fields.ts'
import type { CaseRoom } from '../room.ts'
import { text } from './form-values.ts'

const answer = z.object({
  outcome: text(60),
  body: text(),
  measures: text(),
  do: z.enum(['save', 'submit', 'decide']).default('save'),
})
type AnswerValues = z.output<typeof answer>

/** The answer as the unit proposes it. What was written is kept before anything else is looked at. */
export const answerForm: CaseForm<AnswerValues> = {
  path: 'respuesta',
  actions: ['submit_draft'],
  reader: 'person',
  schema: answer,
  show: (room) => showAnswer(room, 'submit'),
  keep: keepDraft,
  sends: ({ do: what }) => what !== 'save',
  async submit({ system, now }, request, { do: what, ...values }) {
    if (what === 'save') return { done: 'guardado', moved: null, stay: true }
    return { done: 'enviado', moved: await submitDraft(system, request, values, now) }
  },
}

/** A suggestion is decided by the head of the unit, with nobody's approval. */
export const decisionForm: CaseForm<AnswerValues> = {
  ...answerForm,
  path: 'decision',
  actions: ['decide'],
  show: (room) => showAnswer(room, 'decide'),
  async submit({ system, now }, request, { do: what, ...values }) {
    if (what === 'save') return { done: 'guardado', moved: null, stay: true }
    return { done: 'decidido', moved: await decideSuggestion(system, request, values, now) }
  },
}

async function keepDraft({ system, viewer, item, now }: CaseRoom, typed: Typed): Promise<void> {
  const kept = answer.safeParse(typed)
  if (!kept.success || !mayDraft(viewer, item)) return
  const { outcome, body, measures } = kept.data
  if (!body && !measures && !outcome) return
  const { administrationId, caseNumber } = item
  const draft = { outcome: outcome || null, body, measures }
  await saveDraft(system, viewer, { administrationId, caseNumber }, draft, now)
}

async function showAnswer(room: CaseRoom, send: 'submit' | 'decide'): Promise<Shown> {
  const { t, lang } = room.response.locals
  const { book, item, today } = room
  const { draft, comment } = await whatWasWritten(room)
  const outcomes = outcomesFor(book.regime, item.kind, today)
  return {
    start: {
      outcome: draft?.outcome ?? '',
      body: draft?.body ?? '',
      measures: draft?.measures ?? '',
    },
    fields: (make) => [
      ...(comment === null
        ? []
        : [make.inset(t('case-staff.forms.respuesta.returned', { comment }))]),
      make.choice(
        'outcome',
        outcomes.map(({ code, label }) => ({ value: code, text: inLanguage(label, lang) })),
      ),
      make.area('body', { rows: 14 }),
      make.area('measures', { rows: 4 }),
    ],
    buttons: [
      { name: 'do', value: send, text: t(`case-staff.forms.respuesta.${send}`) },
      { name: 'do', value: 'save', text: t('case-staff.forms.respuesta.save'), secondary: true },
    ],
  }
}

/** The viewer's own draft; else what was sent back last, with the comments of whoever returned it. */
async function whatWasWritten(room: CaseRoom) {
  const { system, item, viewer } = room
  const { administrationId, caseId } = item
  const { accountId } = viewer.staff
  const [last] = await listAnswers(system.db, administrationId, caseId)
  const returned = last?.state === 'returned' ? last : null
  const contents = returned && (await readContents(room))
  const own = await findAnswerDraft(system.db, { administrationId, caseId, accountId })
  const sentBack: AnswerDraft | null = returned && {
    outcome: returned.outcome,
    body: contents?.get(returned.bodyContentId)?.body ?? '',
    measures: contents?.get(returned.measuresContentId ?? '')?.body ?? '',
  }
  return {
    draft: own ?? sentBack,
    comment: contents?.get(returned?.commentContentId ?? '')?.body ?? null,
  }
}

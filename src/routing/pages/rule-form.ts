import type { Response } from 'express'
import type { FieldProblem } from '../../platform/errors.ts'
import { formErrors, render } from '../../platform/web/index.ts'
import { DESKS, PRIORITIES, type RoutingRule } from '../routing-rule.ts'
import { bookNames, type BookNames } from '../book-names.ts'
import { ruleSentence } from '../rule-sentence.ts'
import type { ReviewView } from './review-view.ts'
import type { Room } from './room.ts'

/** Fields as the browser sends them and as the page shows them again. */
export type RuleFields = Readonly<Record<string, string | readonly string[]>>

export const emptyFields: RuleFields = { desk: 'unit', priority: '0' }

export interface RuleForm {
  title: string
  action: string
  fields: RuleFields
  problems: readonly FieldProblem[]
  version: number
  /** How it stands now, for whoever was late. */
  standing: RoutingRule | null
  review: ReviewView
}

export function renderRuleForm(response: Response, room: Room, form: RuleForm): void {
  const { t, lang } = response.locals
  const { review, standing, version } = form
  const error = form.problems.length > 0 || (review?.seen ?? '') !== ''
  const names = bookNames(room.book, lang, t)
  const model = {
    title: form.title,
    error,
    backUrl: room.urls.list,
    action: form.action,
    names,
    version,
    standing: standing && ruleSentence(standing, { t, lang, names }),
    review,
    trial: trialChoices(names),
    desks: DESKS.map(String),
    priorities: PRIORITIES.map(String),
    text: (name: string) => textOf(form.fields[name]),
    chosen: (name: string) => listOf(form.fields[name]),
    errors: formErrors(response, form.problems, 'routing.problems'),
  }
  render(response, 'routing/rule-form', model, { layout: 'staff', status: error ? 422 : 200 })
}

/** Of what an invented text may be, beside a change that is not kept yet. */
export function trialChoices({ kind, centre, service }: BookNames) {
  return { kind, centre, service }
}

/** A body that was forged comes back as the texts that it holds, or as nothing. */
export function fieldsOf(body: unknown): RuleFields {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body)
      .filter(([, value]) => typeof value === 'string' || Array.isArray(value))
      .map(([name, value]) => [name, typeof value === 'string' ? value : listOf(value)]),
  )
}

export function fieldsOfRule(rule: RoutingRule): RuleFields {
  return {
    name: rule.name,
    kinds: rule.kinds,
    centreIds: rule.centreIds,
    serviceIds: rule.serviceIds,
    motives: rule.motives,
    channels: rule.channels,
    languages: rule.languages,
    words: rule.words.join('\n'),
    exceptWords: rule.exceptWords.join('\n'),
    signals: rule.signals,
    officialNamed: rule.officialNamed === null ? '' : rule.officialNamed ? 'yes' : 'no',
    desk: rule.desk,
    unitId: rule.unitId ?? '',
    priority: String(rule.priority),
    restricted: rule.restricted ? 'yes' : '',
    assignAtOnce: rule.assignAtOnce ? 'yes' : '',
    validFrom: rule.validFrom ?? '',
    validUntil: rule.validUntil ?? '',
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function listOf(value: unknown): readonly string[] {
  return [value].flat().filter((each) => typeof each === 'string')
}

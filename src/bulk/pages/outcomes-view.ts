import { staffCaseUrl, type Case, type LockedCase } from '../../cases/index.ts'
import { formatShortDate } from '../../platform/i18n/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { StaffVisit } from '../../people/index.ts'
import type { Outcome } from '../actions/take-for-all.ts'
import type { BulkStepName } from '../bulk-step.ts'

interface Told {
  visit: StaffVisit
  name: BulkStepName
  outcomes: readonly Outcome[]
  names: ReadonlyMap<string, string>
  phase: 'preview' | 'result'
}

/** Of each case what the step does to it, or why it stays. */
export function outcomesView(told: Told) {
  const { visit, outcomes, phase } = told
  const { t, slug } = visit
  const taken = outcomes.filter(({ why }) => why === null)
  const left = outcomes.filter(({ why }) => why !== null)
  const line = (outcome: Outcome, text: string) => ({
    number: outcome.caseNumber,
    href: staffCaseUrl(slug, outcome.caseNumber),
    about: aboutOf(outcome.before, visit),
    text,
  })
  return {
    takenTitle: t(`bulk.${phase}.taken`, { count: taken.length }),
    leftTitle: t(`bulk.${phase}.left`, { count: left.length }),
    taken: taken.map((outcome) => line(outcome, sayChange(outcome, told))),
    left: left.map((outcome) => line(outcome, t(`bulk.why.${outcome.why}`))),
  }
}

/** Whatever is restricted is read on its own page. */
function aboutOf(item: Case | null, { t }: StaffVisit): string {
  if (item === null) return ''
  return item.restricted ? t('desk.restricted_title') : item.summary
}

function sayChange({ before, after }: Outcome, { visit, name, names }: Told): string {
  const { t } = visit
  if (before === null || after === null) return ''
  const changes = changesOf(before, after, visit, names)
  return changes.length > 0 ? changes.join(' · ') : t(`bulk.step.${name}.done`)
}

function changesOf(
  before: Case,
  after: LockedCase,
  { t, lang, book }: StaffVisit,
  names: ReadonlyMap<string, string>,
): string[] {
  const kind = book.regime.kinds.find(({ code }) => code === after.kind)
  const state = (item: Case) => t(`cases.staff_state.${item.state}`)
  return [
    ...(before.state === after.state
      ? []
      : [t('bulk.change.state', { from: state(before), to: state(after) })]),
    ...(before.kind === after.kind || !kind
      ? []
      : [t('bulk.change.kind', { kind: inLanguage(kind.label, lang) })]),
    ...(after.unitId === null || (before.unitId === after.unitId && before.state === after.state)
      ? []
      : [t('bulk.change.unit', { unit: book.names.get(after.unitId) ?? '' })]),
    ...(after.handlerId === null || before.handlerId === after.handlerId
      ? []
      : [t('bulk.change.handler', { name: names.get(after.handlerId) ?? '' })]),
    ...(after.dueOn === null || before.dueOn === after.dueOn
      ? []
      : [t('bulk.change.due', { day: formatShortDate(after.dueOn, lang) })]),
  ]
}

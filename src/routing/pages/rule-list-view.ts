import type { PageModel } from '../../platform/web/index.ts'
import type { RoutingRule } from '../routing-rule.ts'
import { isOver, warningsOf, type Ground } from '../rule-warnings.ts'
import { warningText } from './warning-text.ts'
import type { Room } from './room.ts'
import { ruleSentence, type Speech } from '../rule-sentence.ts'

interface RuleRow {
  id: string
  ruleId: string
  /** What its switch sends: to which state, from which version. */
  toggle: string
  number: number
  name: string
  sentence: string
  off: boolean
  warnings: readonly string[]
  isFirst: boolean
  isLast: boolean
  changeUrl: string
  validityUrl: string
}

interface RuleListModel extends PageModel {
  rules: readonly RuleRow[]
  addUrl: string
  trialUrl: string
  orderUrl: string
  done: string | null
}

const DONE = ['added', 'changed', 'moved', 'switched_off', 'switched_on']

export function ruleListView(
  rules: readonly RoutingRule[],
  { today, urls }: Pick<Room, 'today' | 'urls'>,
  { ground, versions }: { ground: Ground; versions: ReadonlyMap<string, number> },
  speech: Speech,
  done: unknown,
): RuleListModel {
  const { t } = speech
  const warnings = warningsOf(rules, ground, today)
  return {
    title: t('routing.title'),
    addUrl: urls.add,
    trialUrl: urls.trial,
    orderUrl: urls.order,
    done: typeof done === 'string' && DONE.includes(done) ? t(`routing.done.${done}`) : null,
    rules: rules.map((rule, index) => ({
      id: `rule-${rule.ruleId}`,
      ruleId: rule.ruleId,
      toggle: `${isOver(rule, today) ? 'on' : 'off'}:${versions.get(rule.ruleId) ?? 0}`,
      number: index + 1,
      name: rule.name,
      sentence: ruleSentence(rule, speech),
      off: isOver(rule, today),
      warnings: (warnings.get(rule.ruleId) ?? []).map((warning) => warningText(warning, speech)),
      isFirst: index === 0,
      isLast: index === rules.length - 1,
      changeUrl: urls.rule(rule.ruleId),
      validityUrl: urls.validity(rule.ruleId),
    })),
  }
}

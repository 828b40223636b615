import type { PageModel } from '../../platform/web/index.ts'
import type { RoutingRule } from '../routing-rule.ts'
import { isOver, warningsOf, type Warning } from '../rule-warnings.ts'
import type { Room } from './room.ts'
import { ruleSentence, type Speech } from './rule-sentence.ts'

interface RuleRow {
  id: string
  number: number
  name: string
  sentence: string
  off: boolean
  warnings: readonly string[]
  isFirst: boolean
  isLast: boolean
  changeUrl: string
  placeUrl: string
  validityUrl: string
}

interface RuleListModel extends PageModel {
  rules: readonly RuleRow[]
  addUrl: string
  trialUrl: string
  done: string | null
}

const DONE = ['added', 'changed', 'moved', 'switched_off', 'switched_on']

export function ruleListView(
  rules: readonly RoutingRule[],
  { book, today, urls }: Pick<Room, 'book' | 'today' | 'urls'>,
  speech: Speech,
  done: unknown,
): RuleListModel {
  const { t } = speech
  const warnings = warningsOf(rules, book, today)
  return {
    title: t('routing.title'),
    addUrl: urls.add,
    trialUrl: urls.trial,
    done: typeof done === 'string' && DONE.includes(done) ? t(`routing.done.${done}`) : null,
    rules: rules.map((rule, index) => ({
      id: `rule-${rule.ruleId}`,
      number: index + 1,
      name: rule.name,
      sentence: ruleSentence(rule, speech),
      off: isOver(rule, today),
      warnings: (warnings.get(rule.ruleId) ?? []).map((warning) => warningText(warning, speech)),
      isFirst: index === 0,
      isLast: index === rules.length - 1,
      changeUrl: urls.rule(rule.ruleId),
      placeUrl: urls.place(rule.ruleId),
      validityUrl: urls.validity(rule.ruleId),
    })),
  }
}

function warningText(warning: Warning, { t }: Speech): string {
  const { code, ...values } = warning
  return t(`routing.warning.${code}`, values)
}

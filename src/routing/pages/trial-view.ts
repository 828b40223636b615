import type { BookRules } from '../../administrations/index.ts'
import type { FilingToRoute, RoutedFiling } from '../route-in-book.ts'
import type { Condition, Reason, RuleTrial } from '../routing-rule.ts'
import type { TriedFiling } from '../try-filing.ts'
import type { Nameable } from '../book-names.ts'
import type { Speech } from '../rule-sentence.ts'

export interface TrialView {
  rows: readonly { key: string; value: string }[]
  handler: readonly { name: string; openCases: number; standing: string; chosen: boolean }[] | null
  matching: readonly TriedRule[]
  others: readonly TriedRule[]
}

interface TriedRule {
  number: number
  name: string
  verdict: 'decides' | 'matches_too' | 'does_not'
  reasons: readonly { ok: boolean; text: string }[]
}

export function trialView(
  { routed, trials, handler, accountNames }: TriedFiling,
  filing: FilingToRoute,
  book: BookRules,
  speech: Speech,
): TrialView {
  const { t } = speech
  const nameOf = (accountId: string | null) => accountNames.get(accountId ?? '') ?? ''
  const rules = trials.map((trial, index) => ({
    number: index + 1,
    name: trial.name,
    verdict: verdictOf(trial, routed),
    reasons: trial.reasons
      .filter((reason) => isWorthSaying(reason, trial))
      .map((reason) => ({ ok: reason.ok, text: reasonText(reason, speech) })),
  }))
  return {
    rows: rowsOf(routed, filing, book, speech),
    handler:
      handler?.candidates.map(({ accountId, openCases, standing, substituteOf }) => ({
        name: substituteOf
          ? t('routing.trial.substitute', { name: nameOf(accountId), of: nameOf(substituteOf) })
          : nameOf(accountId),
        openCases,
        standing: t(`routing.standing.${standing}`),
        chosen: standing === 'chosen',
      })) ?? null,
    matching: rules.filter(({ verdict }) => verdict !== 'does_not'),
    others: rules.filter(({ verdict }) => verdict === 'does_not'),
  }
}

function rowsOf(
  routed: RoutedFiling,
  filing: FilingToRoute,
  book: BookRules,
  { t, lang, names }: Speech,
): TrialView['rows'] {
  const unit =
    routed.unitId === null ? t('routing.trial.no_unit') : names.nameOf('unit', routed.unitId)
  const centre = names.nameOf('centre', filing.centreId)
  const rule = routed.why.find(({ ruleId }) => ruleId === routed.ruleId)?.name
  const row = (key: string, value: string) => ({ key: t(`routing.trial.row.${key}`), value })
  const signals = routed.signals.map(({ signal, word }) =>
    t('routing.trial.signal', { signal: names.nameOf('signal', signal), word }),
  )
  const officials = routed.namedOfficials.map(({ officialId, certainty, matched }) =>
    t(`routing.trial.official.${certainty}`, {
      name: book.names.get(officialId) ?? '',
      matched,
    }),
  )
  return [
    row('desk', t(`routing.desk.${routed.desk}`, { unit, centre })),
    row('rule', rule ?? t('routing.trial.no_rule')),
    row('unit', unit),
    row('priority', t(`routing.priority.${routed.priority}`)),
    row('access', t(`routing.access.${routed.restricted ?? 'open'}`)),
    row('assignment', t(`routing.trial.${routed.assignAtOnce ? 'at_once' : 'by_person'}`)),
    ...(routed.alert ? [row('alert', t('routing.trial.alert', { centre }))] : []),
    ...(routed.movedUp ? [row('moved_up', t('routing.trial.moved_up'))] : []),
    ...(routed.nobodyThere ? [row('moved_up', t('routing.trial.nobody_there'))] : []),
    row('signals', joined(signals, lang) || t('routing.trial.nothing')),
    row('officials', joined(officials, lang) || t('routing.trial.nobody')),
  ]
}

/** That a rule is in force and its unit exists is only news where it is not so, or where it decides. */
function isWorthSaying({ condition, ok }: Reason, trial: RuleTrial): boolean {
  if (condition === 'dates') return !ok
  return condition !== 'unit_known' || !ok || trial.matched
}

function verdictOf(trial: RuleTrial, routed: RoutedFiling): TriedRule['verdict'] {
  if (trial.ruleId === routed.ruleId) return 'decides'
  return trial.matched ? 'matches_too' : 'does_not'
}

const LISTS: Partial<Record<Condition, Nameable>> = {
  kind: 'kind',
  centre: 'centre',
  service: 'service',
  motive: 'motive',
  channel: 'channel',
  signal: 'signal',
  unit_known: 'unit',
}

function reasonText({ condition, ok, found }: Reason, { t, lang, names }: Speech): string {
  const list = LISTS[condition]
  const said = list
    ? found.map((value) => names.nameOf(list, value))
    : found.map((word) => t('routing.quoted', { word }))
  if (condition === 'official_named')
    return t(`routing.if.${found.length > 0 ? 'official_named' : 'nobody_named'}`)
  return t(`routing.reason.${condition}.${ok ? 'yes' : 'no'}`, { found: joined(said, lang) })
}

function joined(parts: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(parts)
}

import type { MannedPlaces } from '../../people/index.ts'
import type { Speech } from '../rule-sentence.ts'
import type { Place } from '../next-authority.ts'
import type { Change, Preview } from '../preview-change.ts'
import type { FilingToRoute } from '../route-in-book.ts'
import type { Effect } from '../rule-effect.ts'
import type { Warning } from '../rule-warnings.ts'
import type { RoutingDecision } from '../routing-rule.ts'
import { warningText } from './warning-text.ts'

export interface Review {
  warnings: readonly string[]
  /** What the button that keeps it all the same sends; empty where nothing is asked. */
  seen: string
  tried: string
  moves: readonly { from: string; to: string; count: string }[]
  /** Whatever else is different, a sentence each. */
  notes: readonly string[]
  trial: readonly { when: string; where: string; rule: string }[]
}
export type ReviewView = Review | null

interface ToSay extends Preview {
  change: Change
  news: readonly { ruleId: string; warning: Warning }[]
  seen: string
  people: MannedPlaces
}

export function reviewView(
  { effect, trial, change, news, seen, people }: ToSay,
  filing: FilingToRoute | null,
  speech: Speech,
): Review {
  const { t, names } = speech
  const nameOf = (ruleId: string) => change.after.find((rule) => rule.ruleId === ruleId)?.name ?? ''
  const centre = filing === null ? '' : names.nameOf('centre', filing.centreId)
  const tried = (when: string, decision: RoutingDecision) => ({
    when: t(`routing.review.${when}`),
    where: wherePlaced(decision, speech, centre),
    rule:
      decision.ruleId === null
        ? t('routing.trial.no_rule')
        : (decision.why.find(({ ruleId }) => ruleId === decision.ruleId)?.name ?? ''),
  })
  return {
    warnings: [
      ...news.map(({ ruleId, warning }) =>
        t('routing.review.of_rule', {
          name: nameOf(ruleId),
          warning: warningText(warning, speech),
        }),
      ),
      ...(people.responsible ? [] : [t('routing.nobody_responsible')]),
    ],
    seen,
    tried: triedSentence(effect, t),
    moves: effect.moves.map(({ from, to, count }) => ({
      from: wherePlaced(from, speech, ''),
      to: wherePlaced(to, speech, ''),
      count: String(count),
    })),
    notes: notesOf(effect, t),
    trial: trial === null ? [] : [tried('now', trial.before), tried('then', trial.after)],
  }
}

function triedSentence({ tried, moves }: Effect, t: Speech['t']): string {
  if (tried === 0) return t('routing.review.no_cases')
  const count = moves.reduce((sum, move) => sum + move.count, 0)
  return count === 0
    ? t('routing.review.none_moves', { count: tried })
    : t('routing.review.some_move', { count: tried, moved: count })
}

function notesOf({ otherwise, unruled }: Effect, t: Speech['t']): string[] {
  return [
    ...(otherwise > 0 ? [t('routing.review.otherwise', { count: otherwise })] : []),
    ...(unruled.before === unruled.after
      ? []
      : [t('routing.review.unruled', { before: unruled.before, count: unruled.after })]),
  ]
}

function wherePlaced({ desk, unitId }: Place, { t, names }: Speech, centre: string): string {
  const unit = unitId === null ? '' : names.nameOf('unit', unitId)
  if (desk === 'centre' && centre === '') return t('routing.review.centre')
  const where = t(`routing.desk.${desk}`, { unit, centre })
  return desk === 'unit' || unit === '' ? where : t('routing.review.suggested', { where, unit })
}

import type { MannedPlaces } from '../people/index.ts'
import type { Place } from './next-authority.ts'
import { hasPeople, withPeople } from './place-with-people.ts'
import { routeFiling } from './route-filing.ts'
import type { FilingFacts, Organisation, RoutingDecision, RoutingRule } from './routing-rule.ts'

/** What other rules would have made of the cases of the last time. */
export interface Effect {
  tried: number
  /** To another desk or unit, the most frequent first. */
  moves: readonly Move[]
  /** To the same place, but with another urgency, restriction or way of assigning. */
  otherwise: number
  /** How many no rule takes: they go to the responsible of the book. */
  unruled: { before: number; after: number }
  /** How many each rule decides afterwards. */
  decides: ReadonlyMap<string, number>
}

export interface Move {
  from: Place
  to: Place
  count: number
}

export interface RuleChange {
  before: readonly RoutingRule[]
  after: readonly RoutingRule[]
}

export function effectOf(
  { before, after }: RuleChange,
  filings: readonly FilingFacts[],
  organisation: Organisation,
  people: MannedPlaces,
): Effect {
  const decide = (rules: readonly RoutingRule[]) =>
    filings.map((facts) => decideFor(rules, facts, organisation, people))
  const [was, is] = [decide(before), decide(after)]
  const pairs = was.flatMap((one, index) => {
    const other = is[index]
    return other ? [{ was: one, is: other }] : []
  })
  return {
    tried: filings.length,
    moves: movesAmong(pairs),
    otherwise: pairs.filter((pair) => !hasMoved(pair) && isOtherwise(pair)).length,
    unruled: { before: countUnruled(was), after: countUnruled(is) },
    decides: countOf(is.flatMap(({ ruleId }) => ruleId ?? [])),
  }
}

/** Where one filing goes, also where nobody is there to take it in. */
export function decideFor(
  rules: readonly RoutingRule[],
  facts: FilingFacts,
  organisation: Organisation,
  people: MannedPlaces,
): RoutingDecision {
  const decision = routeFiling(rules, facts, organisation)
  return withPeople(decision, hasPeople(decision, facts.centreId, people))
}

interface Pair {
  was: RoutingDecision
  is: RoutingDecision
}

function movesAmong(pairs: readonly Pair[]): Move[] {
  const moves = new Map<string, Move>()
  for (const { was, is } of pairs.filter(hasMoved)) {
    const [from, to] = [placeOf(was), placeOf(is)]
    const key = JSON.stringify([from, to])
    moves.set(key, { from, to, count: (moves.get(key)?.count ?? 0) + 1 })
  }
  return [...moves.values()].sort((one, other) => other.count - one.count)
}

function placeOf({ desk, unitId }: RoutingDecision): Place {
  return { desk, unitId }
}

function hasMoved({ was, is }: Pair): boolean {
  return was.desk !== is.desk || was.unitId !== is.unitId
}

function isOtherwise({ was, is }: Pair): boolean {
  return (
    was.priority !== is.priority ||
    was.restricted !== is.restricted ||
    was.assignAtOnce !== is.assignAtOnce
  )
}

function countUnruled(decisions: readonly RoutingDecision[]): number {
  return decisions.filter(({ ruleId }) => ruleId === null).length
}

function countOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/**
 * Which desk, unit and person a filing goes to, and why: ordered rules that each administration writes,
 * what a text signals (danger, a bribe, violence), and whom of the directory it names. Rules choose a
 * desk and suggest; people confirm. Nobody gets a case that names them.
 */
export { chooseHandler, type HandlerChoice, type UnitMember } from './choose-handler.ts'
export { findNamedOfficials, type NamedOfficial, type Official } from './named-officials.ts'
export { routeFiling } from './route-filing.ts'
export type {
  FilingFacts,
  Organisation,
  Restriction,
  RoutingDecision,
  RoutingRule,
} from './routing-rule.ts'
export { findSignals, type FoundSignal, type Signal } from './signals.ts'
export { readText } from './text-matching.ts'

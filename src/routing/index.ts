/**
 * Which desk, unit and person a filing goes to, and why: ordered rules that each administration writes,
 * what a text signals (danger, a bribe, violence), and whom of the directory it names. Rules choose a
 * desk and suggest; people confirm. Nobody gets a case that names them.
 */
export { addRule } from './actions/add-rule.ts'
export { chooseHandler, type HandlerChoice, type PossibleHandler } from './choose-handler.ts'
export { chooseHandlerInUnit, type CountOpenCases } from './handler-in-unit.ts'
export { isNamed, type NamedOfficial } from './named-officials.ts'
export {
  officialsNamedIn,
  routeInBook,
  type FilingToRoute,
  type RoutedFiling,
} from './route-in-book.ts'
export { findRuleName, insertRules } from './routing-rule-store.ts'
export { CHANNELS, type Channel } from './routing-rule.ts'
export type { Restriction, RoutingDecision, RoutingRule } from './routing-rule.ts'
export { problemsOfRule } from './rule-problems.ts'
export { parseRule, type RuleInput } from './rule-input.ts'
export { routingSettings, type HasRouted } from './rule-setting.ts'
export type { ListLastFilings } from './preview-change.ts'
export { routingRoutes, routingSection } from './pages/routes.ts'
export { findSignals, type FoundSignal, type Signal } from './signals.ts'
export { suggestKind, type KindSuggestion } from './suggest-kind.ts'
export { readText } from './text-matching.ts'

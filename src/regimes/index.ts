/**
 * The rules of each country and body, as dated data: which kinds there are, what they ask for, how long
 * every step may take, how a case may end, and the article that each rule comes from. The rules live in
 * packs/regimes and in rows; this feature reads them, checks them and answers "what holds on this day?".
 */
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { NotFound } from '../platform/errors.ts'
import { findRegimeOn, findRegimeVersion } from './regime-store.ts'
export { listRegimesOn, listRegimeVersions, type RegimeVersion } from './regime-store.ts'
import type { RegimeFile } from './regime.ts'

export { ChangedRegime, loadRegimePack } from './actions/load-regime-pack.ts'
export {
  approvalFor,
  closedKinds,
  findDataRight,
  findClockStart,
  findKind,
  findOutcome,
  findTerm,
  findText,
  findTransitionRule,
  holdsOn,
  isTransitionOn,
  openKinds,
  outcomesFor,
  rulesOn,
} from './applicable-rules.ts'
export {
  corruptionRulesOn,
  findClosedAct,
  findCorruptionTerm,
} from './applicable-corruption-rules.ts'
export {
  CORRUPTION_STEPS,
  type CorruptionOutcome,
  type CorruptionReceiver,
  type CorruptionRules,
  type CorruptionStep,
  type CorruptionTerm,
  type IdentityRelease,
  type OfficialChannel,
} from './corruption.ts'
export { DATA_RIGHTS, type DataRight, type DataRightRule } from './data-rights.ts'
export { inLanguage, sayLanguage } from './in-language.ts'
export { findLookRules, UNUSUAL, type LookRule, type Unusual } from './look-rules.ts'
export { findRetention, HOLDINGS, type HoldingCode, type RetentionRule } from './retention.ts'
export { readRegimePack } from './regime-pack.ts'
export {
  authorisationCode,
  localized,
  STEPS,
  termRule,
  type AlertRule,
  type ApprovalRule,
  type KindRule,
  type Localized,
  type MotiveRule,
  type SpokenLanguageRule,
  type OutcomeRule,
  type RegimeFile,
  type Step,
  type TermRule,
  type TextKey,
  type TextRule,
  type TransitionRule,
} from './regime.ts'

/** The newest version in force on a day. */
export async function getRegime(db: Db, code: string, day: PlainDate): Promise<RegimeFile> {
  const regime = await findRegimeOn(db, code, day)
  if (!regime) throw new NotFound()
  return regime
}

/** The version under which a case was filed. */
export async function getRegimeVersion(db: Db, code: string, version: number): Promise<RegimeFile> {
  const regime = await findRegimeVersion(db, code, version)
  if (!regime) throw new NotFound()
  return regime
}

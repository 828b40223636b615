/**
 * The public bodies: each with its book, its units, centres and services, the people who work there by
 * name and post, the terms that it sets itself and the permissions that it was given. Other features ask
 * here for the rules of a book on a day, all in one piece.
 */
export {
  findAdministrationBySlug,
  findBookCode,
  findDemo,
  getAdministration,
  getAdministrationBySlug,
  hasAdministrations,
  insertAdministration,
  listAdministrations,
  touchAdministration,
  touchAdministrationsUnder,
  updateIdentity,
  updateOpenedAt,
  updateSpokenLanguages,
  type Identity,
  type NewAdministration,
} from './administration-store.ts'
export type {
  Administration,
  Authorisation,
  BookRules,
  Centre,
  Official,
  OpeningHours,
  OwnTerm,
  Service,
  Unit,
} from './book-rules.ts'
export { findEmergencyEmail, listCentres, listSites } from './centre-store.ts'
export { contact, type Contact } from './contact.ts'
export {
  findStatement,
  upsertStatement,
  type AccessibilityStatement,
} from './accessibility-store.ts'
export { findWornMark, findWornPicture, insertMark, wearMark, type Mark } from './mark-store.ts'
export { markDemo } from './mark-demo.ts'
export { freeSlug, nameSlug } from './name-slug.ts'
export { isOpen, whatIsMissing, whyClosed, type WhyClosed } from './openness.ts'
export {
  insertCentres,
  insertOfficials,
  insertServices,
  insertUnits,
  listOfficials,
  listServices,
  listUnits,
} from './organisation-store.ts'
export {
  deleteCentre,
  deleteOfficial,
  deleteService,
  deleteUnit,
  writeCentre,
  writeOfficial,
  writeService,
  writeUnit,
} from './organisation-writing-store.ts'
export {
  deleteOwnTerm,
  insertAuthorisation,
  insertOwnTerms,
  listOwnTerms,
} from './own-rules-store.ts'
export { effectiveTerm, keepsWithin } from './own-terms.ts'
export { sayStandard } from './pages/say-standard.ts'
export { sayTerm } from './pages/say-rules.ts'
export { sayHours, weekdayName } from './pages/say-hours.ts'
export { administrationRoutes } from './pages/routes.ts'
export type { TellOnFront } from './pages/tell-on-front.ts'
export { getBookRules, getBookRulesAt, getBookRulesById, readBookRules } from './read-book-rules.ts'
export {
  STANDARD_MEASURES,
  standardsWithin,
  type HeldStandard,
  type ServiceStandard,
  type StandardMeasure,
} from './service-standard.ts'
export {
  deleteStandard,
  insertStandards,
  listStandards,
  upsertStandard,
} from './service-standard-store.ts'
export {
  LEVELS,
  SIZES,
  standingOn,
  STRATA,
  type Level,
  type Size,
  type Standing,
  type Stratum,
  type StratumRecord,
} from './stratum.ts'
export { insertStrata, listStrata } from './stratum-store.ts'
export { spokenLanguagesOf } from './spoken-languages.ts'
export { wearTheme } from './pages/wear-theme.ts'
export { administrationApiRoutes } from './api/routes.ts'

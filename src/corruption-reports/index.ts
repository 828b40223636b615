/**
 * Reports of corruption, which live apart, sealed: own tables, own keys, own pages. Only the members of
 * the directory of keys open them, in their own browsers; the rest of the book knows that there is a
 * door, and no more.
 */
export { hostGate, roomHeaders, sideOf } from './inside/index.ts'
export { copySealedTables } from './copies/copy-tables-store.ts'
export {
  bringKeysBack,
  copyKeys,
  KEYS_KEPT_DAYS,
  parseKeysCopy,
  refuseOldKeys,
} from './copies/keys-copy.ts'
export { takeSealedTables, type SealedTablesTaker } from './copies/restore-tables.ts'
export { registerSealedJobs } from './jobs.ts'
export { custodyRoutes, custodySection } from './custodians/pages/routes.ts'
export { figuresRoutes, figuresSection } from './figures/pages/routes.ts'
export { tellSealedFigures } from './figures/tell-figures.ts'
export { officerRoutes, officersSection } from './officers/pages/routes.ts'
export { isWholeReport } from './officers/urls.ts'
export {
  demoCode,
  demoSecrets,
  foundDemo,
  keysSection,
  memberRoutes,
  registerMemberEmails,
  tellOfReset,
} from './members/index.ts'
export { checkReceipt, type CheckedReceipt } from './proofs/index.ts'
export { reportersRoad } from './road/reporters-road.ts'
export {
  openSealed,
  readSealedMigrations,
  requireSealed,
  SealedClosed,
  type OpenSealed,
  type Sealed,
} from './sealed-database.ts'
export { isDoorOpen } from './door/index.ts'
export { doorUrl } from './urls.ts'

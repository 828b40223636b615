/**
 * The people who work with the book: their accounts, the roles that they hold and where, how they
 * sign in, and who stands in while somebody is away. Other features ask here who is at work and
 * what that person may do; what a role may do with a case is decided by the case's own policy.
 */
export { isRole, roles, type Role } from './roles.ts'
export { isSealedRole, sealedRoles } from './second-factor/second-factor-policy.ts'
export {
  holds,
  holdsWithin,
  scopesOf,
  type Grant,
  type Place,
  type Scope,
  type Staff,
  type Workplace,
} from './staff-policy.ts'
export {
  requireStaff,
  requireWorkplace,
  sealedMemberOf,
  signedIn,
  staffOf,
  staffWith,
} from './guards.ts'
export { createAccount, grantRole, type AccountToCreate, type Deed } from './accounts.ts'
export { hashPassword, makeOneTimePassword } from './passwords.ts'
export { passwordFault } from './password-rules.ts'
export type { ResetSecondFactor } from './actions/manage-account.ts'
export { giveSecondFactor } from './actions/second-factor.ts'
export { codeOfStep, stepAt } from './second-factor/one-time-code.ts'
export { spellSecret } from './second-factor/secret.ts'
export { findAccountByEmail } from './account-store.ts'
export { isWellPlaced } from './grant-policy.ts'
export { undoableGrants } from './undoable-grants.ts'
export { isManned, listMannedPlaces, type MannedPlaces } from './manned-places.ts'
export { listGrantsOf, listHolders, listStaffEver, type StoredGrant } from './grant-store.ts'
export { accountNames, findContact, listContacts, type Contact } from './directory.ts'
export {
  assignedTo,
  findStaffOn,
  listColleagues,
  reaching,
  type Colleague,
  type Post,
} from './workforce.ts'
export { listCoworkers, type Coworker } from './coworkers-store.ts'
export { standInFor, type Absent } from './absence-rules.ts'
export { listAbsences, listAbsentAccounts, type Absence } from './absence-store.ts'
export { isAbsent, substituteFor } from './absences.ts'
export { openStaffVisit, type StaffDeed, type StaffVisit } from './staff-visit.ts'
export { staffNavigation, type Section, type Shelf } from './navigation.ts'
export { peopleSections } from './sections.ts'
export type { Leaving } from './leaving.ts'
export { recogniseStaff } from './recognise-staff.ts'
export { askToSignIn } from './pages/ask-to-sign-in.ts'
export { people } from './pages/routes.ts'
export { tellInstallationCode } from './tell-installation-code.ts'
export { registerPeopleJobs } from './jobs.ts'

import { Router } from 'express'
import { addRoutes, anyone, type Route } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { appointingRoles } from '../grant-policy.ts'
import { signedIn, staffOf } from '../guards.ts'
import type { Leaving } from '../leaving.ts'
import {
  installUrl,
  myAccountUrl,
  newPasswordUrl,
  secondFactorUrl,
  signInUrl,
  signOutUrl,
  startUrl,
} from '../urls.ts'
import { showAbsences, takeAbsence, takeReturn } from './absences.ts'
import {
  showAccount,
  takeClosing,
  takeNewOneTimePassword,
  takeReopening,
  takeRevocation,
  takeRole,
  takeSecondFactorReset,
  type TellOfReset,
} from './account.ts'
import { searchAccounts, showAccounts } from './account-list.ts'
import { beforeFirstAdmin, showInstall, takeInstall } from './install.ts'
import {
  showMyAccount,
  takeEndOfSessions,
  takePageKeys,
  takePassword,
  takeProfile,
} from './my-account.ts'
import { showNewAccount, takeNewAccount } from './new-account.ts'
import { showNewPassword, signedInSomehow, takeNewPassword } from './new-password.ts'
import { showSecondFactorPage, takeCode } from './second-factor.ts'
import { takeRemoval, takeRenewal } from './second-factor-care.ts'
import { takeBeginning, takeFirstCode } from './second-factor-set-up.ts'
import { showSignIn, takeSignIn } from './sign-in.ts'
import { takeSignOut } from './sign-out.ts'
import { showStaffList, takeStaffList } from './staff-list-page.ts'
import { showStart, showWorkplace } from './start.ts'

const accounts = '/personal/:slug/cuentas'
const account = `${accounts}/:accountId`
const absences = '/personal/:slug/ausencias'

/** What people ask of the rooms above: who is told of a reset, and where a new administration begins. */
export interface PeopleAround {
  tellOfReset: TellOfReset
  newPlaceUrl: string
  /** What becomes of the cases of somebody who leaves. */
  leaving: Leaving
}

const routes = (
  system: System,
  { tellOfReset: tell, newPlaceUrl, leaving }: PeopleAround,
): readonly Route[] => [
  ['get', signInUrl, anyone, showSignIn],
  ['post', signInUrl, anyone, takeSignIn(system)],
  ['post', signOutUrl, anyone, takeSignOut(system)],
  ['get', installUrl, beforeFirstAdmin(system), showInstall],
  ['post', installUrl, beforeFirstAdmin(system), takeInstall(system)],
  ['get', newPasswordUrl, signedInSomehow, showNewPassword],
  ['post', newPasswordUrl, signedInSomehow, takeNewPassword(system)],
  ['get', secondFactorUrl, signedInSomehow, showSecondFactorPage(system)],
  ['post', secondFactorUrl, signedInSomehow, takeCode(system)],
  ['post', `${secondFactorUrl}/nuevo`, signedInSomehow, takeBeginning(system)],
  ['post', `${secondFactorUrl}/primero`, signedInSomehow, takeFirstCode(system)],
  ['post', `${secondFactorUrl}/codigos`, signedIn, takeRenewal(system)],
  ['post', `${secondFactorUrl}/retiro`, signedIn, takeRemoval(system)],
  ['get', myAccountUrl, signedIn, showMyAccount(system)],
  ['post', myAccountUrl, signedIn, takeProfile(system)],
  ['post', `${myAccountUrl}/clave`, signedIn, takePassword(system)],
  ['post', `${myAccountUrl}/atajos`, signedIn, takePageKeys(system)],
  ['post', `${myAccountUrl}/sesiones`, signedIn, takeEndOfSessions(system)],
  ['get', startUrl, signedIn, showStart(newPlaceUrl)],
  ['get', '/personal/:slug', staffOf(), showWorkplace],
  ['get', accounts, staffOf(...appointingRoles), showAccounts(system)],
  ['post', `${accounts}/busqueda`, staffOf(...appointingRoles), searchAccounts(system)],
  ['get', `${accounts}/nueva`, staffOf(...appointingRoles), showNewAccount(system)],
  ['get', `${accounts}/lista`, staffOf(...appointingRoles), showStaffList(system)],
  ['post', `${accounts}/lista`, staffOf(...appointingRoles), takeStaffList(system)],
  ['post', accounts, staffOf(...appointingRoles), takeNewAccount(system)],
  ['get', account, staffOf(...appointingRoles), showAccount(system)],
  ['post', `${account}/papeles`, staffOf(...appointingRoles), takeRole(system)],
  [
    'post',
    `${account}/papeles/:grantId/retiro`,
    staffOf(...appointingRoles),
    takeRevocation(system, leaving),
  ],
  ['post', `${account}/clave`, staffOf(...appointingRoles), takeNewOneTimePassword(system)],
  [
    'post',
    `${account}/segundo-factor`,
    staffOf('system_admin'),
    takeSecondFactorReset(system, tell),
  ],
  ['post', `${account}/cierre`, staffOf(...appointingRoles), takeClosing(system, leaving)],
  ['post', `${account}/reapertura`, staffOf(...appointingRoles), takeReopening(system)],
  ['get', absences, staffOf(), showAbsences(system)],
  ['post', absences, staffOf(), takeAbsence(system)],
  ['post', `${absences}/:absenceId/fin`, staffOf(), takeReturn(system)],
]

/** Signing in, accounts, absences. */
export function people(system: System, around: PeopleAround): Router {
  const router = Router()
  addRoutes(router, routes(system, around))
  return router
}

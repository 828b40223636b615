/**
 * What an installation is set up with: the packs that ship with it, administrations from their files, the
 * demonstration, and the rooms where those who run a book see its rules and keep its days off. It stands
 * above the features that it fills, and none of them knows it.
 */
export { addAccount, type AccountRequest, type AddedAccount } from './actions/add-account.ts'
export {
  addAdministration,
  type AddedAdministration,
  type AddOptions,
} from './actions/add-administration.ts'
export { loadDemoIfEmpty, prepareDemoKeys, prepareInstallation } from './actions/load-demo.ts'
export { loadPacks } from './actions/load-packs.ts'
export { accessibilitySection, daysSection, rulesRoutes, rulesSection } from './pages/routes.ts'
export type { Closing, ClosingPart } from './organisation/closing.ts'
export { organisationRoutes, organisationSection } from './organisation/pages/routes.ts'
export { ownRulesSettings } from './own-rules/settings.ts'
export { organisationSettings } from './organisation/settings.ts'
export { foundingRoutes, startUpSection } from './founding/pages/routes.ts'
export { newAdministrationUrl } from './founding/pages/urls.ts'
export { calendarYearSetting } from './calendar-year-setting.ts'
export { tellOfHolidays } from './pages/tell-holidays.ts'

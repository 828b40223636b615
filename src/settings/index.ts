/**
 * What an administration settles on screen: each thing has versions, what was there before is kept, the last
 * change can be undone, and whoever starts from an older version is told. It knows no feature: those that have
 * something to settle publish a `Setting`.
 */
export { settle, settleWithin, type Settling } from './actions/settle.ts'
export { lastVersion, lastVersions, listChanges, type ListedChange } from './change-store.ts'
export { changesSection, settingsRoutes } from './pages/routes.ts'
export { changesUrl } from './pages/urls.ts'
export type { AnySetting, SaidFact, SaidSetting, Saying, Setting } from './setting.ts'

/**
 * What pages are made with: routes with guards, views within layouts, languages, form tokens,
 * styles and scripts, and the one place where errors become pages or problem documents.
 */
export {
  asset,
  assetRoutes,
  ensureAssets,
  listSealedScripts,
  readAsset,
  type BuiltScript,
} from './assets.ts'
export { components, type Component } from './components.ts'
export { errorPage, noSuchPage, type ErrorLog } from './error-page.ts'
export { formErrors, noErrors, problemsOfOne, type FormErrors } from './form-errors.ts'
export {
  formAgain,
  sending,
  sendingForm,
  showing,
  type FormAgain,
  type FormPage,
  type Sent,
} from './form-page.ts'
export { checkFormToken, FormRefused } from './form-token.ts'
export { idIn } from './id-in.ts'
export { isMachineInterface, keepLanguage } from './language.ts'
export { asScriptData, offlineApp, offlineWorker, type OfflineApp } from './offline-app.ts'
export { offlineHeaders } from './offline-headers.ts'
export { problemMessage, wantsDocument } from './problem-document.ts'
export { render, type PageModel } from './render.ts'
export {
  count,
  day,
  line,
  numberWithin,
  optionalDay,
  optionalLine,
  readForm,
  ticked,
  tickedIn,
  ticks,
  typedIn,
  words,
  type ReadForm,
} from './read-form.ts'
export { addRoutes, anyone, anyoneUnknown, type Guard, type Page, type Route } from './routes.ts'
export { NotUnderstood, refuseBrokenAddress, refuseBrokenBody } from './safe-text.ts'
export { openSession, sessionIdentifier } from './session-cookie.ts'
export { QUIET, squareCode, squareModules, type Correction } from './square-code.ts'
export { hasEnoughContrast, type Theme } from './theme.ts'
export { escapeHtml, keepCompiledViews, renderView } from './views.ts'
export { webContext, type Viewer } from './web-context.ts'

/**
 * The book: the ordinary kinds of what people say, from filing to answer. A case has a number, a secret
 * with which its person follows it, a date, and a history that nobody rewrites; its states and who may
 * move it stand in one table.
 */
export { fileCase, type FiledNow, type FilingRequest } from './actions/file-case.ts'
export { caseApiRoutes } from './api/routes.ts'
export type { AsideGroup, CaseAside, TellAtHead, TellOfCase } from './pages/case/case-aside.ts'
export type { Caution, FormBefore, FormTold, TellOfForm } from './pages/case/form-told.ts'
export { listOf, textOf, type Field, type Typed } from './pages/case/fields.ts'
export { caseLine, type LineParts } from './pages/case-line.ts'
export { caseRoutes, type BesideCase } from './pages/case/routes.ts'
export { DESK_ROLES, HANDLERS } from './pages/desk/desk-roles.ts'
export { readTrail, type DeskTrail } from './pages/desk/desk-trail.ts'
export type { DeskShelf, KeptView } from './pages/desk/kept-views.ts'
export { trailToKeep } from './pages/desk/kept-views-view.ts'
export { handlerOf, tellTrail, type ToldTrail } from './pages/desk/tell-trail.ts'
export type { DeskLine, DeskNews } from './pages/desk/desk-news.ts'
export type { FoundBeside, SearchBeside } from './pages/desk/found-beside.ts'
export { deskRoutes, deskSection } from './pages/desk/routes.ts'
export { beginFiling, type KnownAnswers } from './pages/filing/begin-filing.ts'
export type { NoteBegun } from './pages/filing/question.ts'
export { filingRoutes } from './pages/filing/routes.ts'
export { followRoutes } from './pages/follow/routes.ts'
export { chainSeal, findBook, insertBook } from './book-store.ts'
export { countReturning, listEarlier } from './facts-store.ts'
export { readAllCaseFacts, readCaseFacts } from './read-case-facts.ts'
export { countOpenCases } from './case-store.ts'
export {
  countFollowed,
  listFollowed,
  type FollowedCase,
  type FollowedQuestion,
} from './followed-store.ts'
export { hasRouted, listLastFilings } from './last-filings-store.ts'
export { listRulesInUse, type RulesInUse } from './rules-in-use-store.ts'
export { listReceived, type ReceivedCases } from './received-store.ts'
export { registerCaseJobs } from './jobs.ts'
export type { Fault } from '../ledger/index.ts'
export {
  listAnswersForExport,
  listForExport,
  listPeopleForExport,
  type ExportedCase,
} from './export-store.ts'
export { verifyBook, type BookReport, type ReadSeals, type SealReader } from './verify-book.ts'
export { registerCaseNotices } from './register-notices.ts'
export { sampleStaffCase, type StaffCase } from './emails/case-emails.ts'
export { getLetterCase, staffCase } from './emails/letter-case.ts'
export { addNote } from './actions/add-note.ts'
export type { StepContext } from './actions/staff-step.ts'
export {
  addInformation,
  askForReview,
  correctCase,
  rateCase,
  withdrawCase,
} from './actions/answer-back.ts'
export { assignAsSuggested } from './actions/assign-as-suggested.ts'
export { assignCase, reassignCase } from './actions/assign-case.ts'
export { moveWithPlace } from './actions/move-with-place.ts'
export { countOpenAt, listOpenAt } from './place-store.ts'
export { countMovedInHand, DATES_MOVED } from './tell-moved-dates.ts'
export { releaseCase } from './actions/release-case.ts'
export { numbersSeen } from './seen-numbers-store.ts'
export { listHandlers, listInHand, listLastNotes, listOpenOf } from './in-hand-store.ts'
export { reclassifyCase } from './actions/classify-case.ts'
export { isLeftBehind } from './left-behind.ts'
export type { StaffRequest } from './actions/take-step.ts'
export { CaseMoved } from './case-moved.ts'
export { listCasesByNumber, type LockedCase } from './case-store.ts'
export { listMarks } from './pages/desk/list-marks.ts'
export { MOST_IN_BULK } from './desk.ts'
export type { BulkAtDesk, TellBulk } from './pages/desk/bulk-at-desk.ts'
export { readMark, writeMark, type Mark } from './pages/desk/marks.ts'
export { accountsNamed } from './tell.ts'
export { listCasesById } from './case-store.ts'
export { approveAnswer, extendTerm, returnDraft } from './actions/decide-answer.ts'
export { recordDelivery, settleAutomaticDelivery } from './actions/deliver-answer.ts'
export { forwardCompliment } from './actions/forward-compliment.ts'
export { archiveCase, confirmExpiry, redirectCase, transferCase } from './actions/end-case.ts'
export { eraseCase } from './actions/erase-case.ts'
export { replayErasures } from './actions/replay-erasures.ts'
export {
  appendErasures,
  erasureListPath,
  notListed,
  parseErasures,
  readErasureList,
} from './erasure-list.ts'
export { listErasures, type TakenBack } from './erasure-store.ts'
export { eraseEndedCase, eraseForRequest, type Forgotten } from './actions/keep-no-longer.ts'
export { countEndedCases, listCasesToForget } from './ended-store.ts'
export { correctPerson, opposeAnalysis, type ServedBy } from './actions/serve-person.ts'
export { isOpposed, listUnreadableCases } from './opposition-store.ts'
export { readOwnCase, type OwnCase } from './own-case.ts'
export { findPerson, type CasePerson } from './person-store.ts'
export { hashTrackingToken, trackingToken } from './tracking-token.ts'
export { isFollowing, rememberFollower } from './pages/follower-session.ts'
export { openVisit as openFollowVisit, type Visit as FollowVisit } from './pages/follow/visit.ts'
export { askForSecret } from './pages/follow/enter.ts'
export type { TellFollower, ToldFollower } from './pages/follow/tell-follower.ts'
export { followUrl } from './case-urls.ts'
export { getCaseById } from './case-store.ts'
export { listCasesOfDocument } from './document-store.ts'
export { offerDoor } from './actions/offer-door.ts'
export { closeCase, openCase } from './actions/open-and-close.ts'
export { requestCorrection } from './actions/request-correction.ts'
export { declineReview } from './actions/review-case.ts'
export { acceptCase, returnCase, submitDraft } from './actions/work-on-case.ts'
export {
  CASE_STATES,
  leadsFrom,
  STATE_TYPE,
  transitionOf,
  type CaseAction,
  type CaseState,
} from './case-states.ts'
export { findCase } from './case-store.ts'
export { caseViewer } from './case-viewer.ts'
export { listSeenCases } from './list-seen-cases.ts'
export { listCaseReaders, type CaseReader } from './list-case-readers.ts'
export { caseFromRow } from './case-row.ts'
export { seenCases } from './seen-cases-store.ts'
export { listDay, MOST_IN_BLOCK, type DayBlock } from './day-store.ts'
export { listCasesToTell, type CaseToTell } from './results-told-store.ts'
export type { Case } from './case.ts'
export { watchCaseDeadlines } from './deadline-watch.ts'
export { findPendingDelivery } from './delivery-store.ts'
export {
  ANSWER_BY,
  cleanText,
  DESCRIPTION_LIMIT,
  parseFiling,
  personInput,
  problemsOf,
  type FilingInput,
  SUPPORT_NEEDS,
  type SupportNeed,
} from './filing.ts'
export { filingRules, problemsUnderRules } from './filing-rules.ts'
export { receiptUrl, statusUrl } from './case-urls.ts'
export type { FilingOrigin } from './filing-origin.ts'
export { countFiledByLink, findOrigin, type StoredOrigin } from './origin-store.ts'
export { isProvisionalNumber } from './follow-case.ts'
export { findReceipt, type FilingReceipt } from './actions/filing-receipt.ts'
export { checkFiling } from './check-filing.ts'
export { loadLimit, type LoadLimit } from './load-limit.ts'
export { listLoadedSheets } from './origin-store.ts'
export { listSimilarCases } from './similar-store.ts'
export { listEarlierCases, type EarlierCase } from './earlier-store.ts'
export { listCasesLike, listCasesOpenTo, type CaseLike } from './alike-store.ts'
export { canSee, type CaseViewer, type HiddenBecause } from './case-policy.ts'
export type { PersonInput } from './filing.ts'
export { receiptOf, type Receipt } from './pages/filing/receipt-view.ts'
export { drawReceipt } from './pages/filing/receipt-pdf.ts'
export { listWorkloads, NO_LOAD, type Workload } from './workload-store.ts'
export { deskDays } from './desk-days.ts'
export { deskUrl, staffCaseUrl } from './case-urls.ts'
export {
  countConfirmedCases,
  listCasesForAnalysis,
  listChosenTexts,
  listConfirmedCases,
  listNewestCases,
  listTextsForAnalysis,
  type AnalysisCursor,
  type AnalysisQuestion,
  type CaseForAnalysis,
  type ConfirmedCase,
  type TextForAnalysis,
} from './analysis-text-store.ts'
export { listErasedCases, listErasedNumbers } from './erased-store.ts'
export { findVisibleText } from './visible-text.ts'
export { listWordsOfPerson } from './words-of-person.ts'
export { beginOnPaper } from './lived/begin-on-paper.ts'
export { keepLines, keepLived } from './actions/keep-lived.ts'
export { openLivedLoader, type LivedLoader } from './lived/lived-store.ts'
export { writeLives, type LivedLines } from './lived/lived-lines.ts'
export type { LivedCase, PaperCase } from './lived/paper-case.ts'
export { listPromisedMeasures, type PromisedMeasure } from './promised-measures-store.ts'

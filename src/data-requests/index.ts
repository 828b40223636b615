/**
 * What people ask about the data that is kept of them: to see, correct, erase it, or to keep it out of every
 * analysis. A small book of its own with the law's clock; what is granted is done by the book's own steps.
 */
export { fileRequest, requestSecret, type RequestToFile } from './actions/file-request.ts'
export { forgetToldRequests } from './actions/forget-told-requests.ts'
export { registerRequestJobs } from './jobs.ts'
export { dataRequestRoutes, dataRequestsSection } from './pages/routes.ts'
export { tellOwnData } from './pages/take-all.ts'
export { countSettledRequests, eraseSettledRequests } from './request-retention-store.ts'

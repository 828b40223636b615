/**
 * Who looked at personal data: the log read by the control body, with what is unusual in it told in plain
 * words, and told to the person by office and day. Reading it is recorded in it as well.
 */
export { listOfficesThatLooked, type OfficeLook } from './offices-that-looked.ts'
export { looksRoutes, looksSection } from './pages/routes.ts'

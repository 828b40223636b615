/**
 * The counter: staff register in one form what people say there, by telephone, by mail or on paper, with
 * the day on which it was handed over and the number that the sheet has in the paper book.
 */
export { counterRoutes, counterSection } from './pages/routes.ts'

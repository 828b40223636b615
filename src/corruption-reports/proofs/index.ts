/**
 * The public face of the commitments: whoever holds a receipt proves that a report was filed and when,
 * also after it was erased; whoever keeps copies sees that nothing published changes.
 */
export { proofRoutes } from './pages/routes.ts'
export { checkReceipt, type CheckedReceipt } from './check-receipt.ts'

/**
 * The register of corruption risks: where it could happen, why, how likely and how grave, what prevents it, who
 * answers for it and what is done (MAS, AC-04). It holds nothing of any report.
 */
export { assessRisk } from './actions/assess-risk.ts'
export { riskRoutes, riskSection } from './pages/routes.ts'
export { tellRiskProofs } from './tell-proofs.ts'
export type { TellSealedFigures } from './sealed-figures.ts'

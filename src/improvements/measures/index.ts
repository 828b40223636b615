/**
 * Corrective measures: those promised to people in answers, which become tasks by themselves, the corrective
 * action plan with photos of before and after, and the inspections of a centre (MAS, PA-01 to PA-03).
 */
export { drawPromises } from './actions/draw-promises.ts'
export { planCorrective } from './actions/plan-corrective.ts'
export { addAreas, planInspections } from './actions/inspect.ts'
export { registerMeasureJobs } from './jobs.ts'
export { inspectionsSection, measureRoutes, measuresSection } from './pages/routes.ts'
export { tellPromise } from './pages/tell-promise.ts'
export { tellInspectionsDue } from './tell-due.ts'
export { tellMeasureProofs } from './tell-proofs.ts'

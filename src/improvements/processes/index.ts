/**
 * How each service runs: objective, activities, the flow drawn from them, and the two people who declared a
 * version good (MAS, proceso de servicio público). What was validated stays; the next version changes it.
 */
export { validateProcess } from './actions/validate-process.ts'
export { beginProcess, beginVersion, keepDraft } from './actions/write-process.ts'
export { processRoutes, processesSection } from './pages/routes.ts'
export { getProcess, listProcesses } from './process-store.ts'
export type { Process, ProcessVersion } from './process.ts'
export { activitiesOf, END, type Step } from './step.ts'
export { tellProofs } from './tell-proofs.ts'
export { listVersions } from './version-store.ts'

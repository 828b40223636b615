/**
 * What people said, changed: processes and their gaps, projects with before and after, what is told back, who
 * knows it, and the proof of all of it for whoever evaluates.
 */
export type { DueItem, TellDue } from './due.ts'
export type { Paper, Proof, TellProofs } from './proof.ts'
export { adoptModel, loadModel } from './evaluation/index.ts'
export { assessService, noteMean } from './digitalisation/index.ts'
export { confirmReading, disseminate, listDisseminations } from './dissemination/index.ts'
export { addAreas, planCorrective, planInspections } from './measures/index.ts'
export { writePractice } from './practices/index.ts'
export { assessRisk } from './risks/index.ts'
export { finishTask, listTasksOfOrigin } from './tasks/index.ts'
export {
  listMeetings,
  planMeetings,
  signCharter,
  writeCharter,
  writeMinutes,
} from './team/index.ts'
export { chooseIndicator, measureEffect } from './effect/index.ts'
export { keepEvidence, pairPhotos } from './evidence/index.ts'
export { beginAnalysis, closeAnalysis, listRows, writeRow, type GapRow } from './gaps/index.ts'
export {
  beginProcess,
  END,
  keepDraft,
  listProcesses,
  validateProcess,
  type Step,
} from './processes/index.ts'
export {
  answerComment,
  commentAsStaff,
  createProject,
  createShortProject,
  getClosedGap,
  getProject,
  referenceTo,
  reportProgress,
  takeStep,
  writePlan,
  type ProjectAction,
} from './projects/index.ts'
export { takeFeedback, tellPeople } from './told/index.ts'
export {
  addRows,
  beginInstrument,
  KINDS as INSTRUMENT_KINDS,
  signInstrument,
} from './instruments/index.ts'
export { registerImprovementJobs } from './jobs.ts'
export { improvementRoutes, improvementSections } from './pages/routes.ts'
export { tellActions } from './tell-actions.ts'
export { tellOwnTasks } from './tell-own-tasks.ts'
export { tellImprovements } from './tell-figures.ts'
export { tellChanges } from './told/index.ts'
export { tellPromise } from './measures/index.ts'
export { writePack } from './evidence-pack/index.ts'
export {
  forgetErasedComments,
  readImprovementFigures,
  tellShortRoad,
  type ImprovementFigures,
} from './projects/index.ts'

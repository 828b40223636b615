/**
 * Projects of improvement: they carry the words of a gap, say what, who and until when, are decided by somebody
 * else, followed with what was planned beside what was done, and verified by their effect (MAS, PM-01 to PM-08).
 */
export { createProject, createShortProject } from './actions/create-project.ts'
export { answerComment, commentAsStaff } from './actions/hear-people.ts'
export { forgetErasedComments } from './actions/forget-erased-comments.ts'
export { reportProgress } from './actions/follow-project.ts'
export { takeStep } from './actions/take-step.ts'
export { registerProjectEmails } from './emails/project-asked.ts'
export { writePlan } from './actions/write-plan.ts'
export { getClosedGap, referenceTo } from './read-gap.ts'
export { readImprovementFigures, type ImprovementFigures } from './improvement-figures.ts'
export { listPeopleBehind } from './motivating-cases.ts'
export { projectRoutes, projectsSection } from './pages/routes.ts'
export { tellShortRoad } from './pages/tell-short-road.ts'
export { projectUrls } from './urls.ts'
export type { GapReference, Project } from './project.ts'
export { getProject, listProjects, lockProject } from './project-store.ts'
export { readOnTime } from './read-on-time.ts'
export { tellProjectsDue } from './tell-due.ts'
export { tellProjectProofs } from './tell-proofs.ts'
export {
  APPROVED,
  PROJECT_STATES,
  type ProjectAction,
  type ProjectState,
} from './project-states.ts'

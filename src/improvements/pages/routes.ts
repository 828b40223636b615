import { Router } from 'express'
import type { Section } from '../../people/index.ts'
import type { System } from '../../system.ts'
import { disseminationRoutes, disseminationSection, toReadSection } from '../dissemination/index.ts'
import { digitalisationRoutes, digitalisationSection } from '../digitalisation/index.ts'
import { evidenceRoutes } from '../evidence/index.ts'
import { inspectionsSection, measureRoutes, measuresSection } from '../measures/index.ts'
import { gapRoutes, gapsSection } from '../gaps/index.ts'
import { processesSection, processRoutes } from '../processes/index.ts'
import { projectRoutes, projectsSection } from '../projects/index.ts'
import { toldRoutes } from '../told/index.ts'
import { taskRoutes, tasksSection } from '../tasks/index.ts'
import { teamRoutes, teamSection } from '../team/index.ts'
import { yearRoutes, yearSection } from '../year/index.ts'
import { evaluationRoutes, evaluationSection } from '../evaluation/index.ts'
import { packRoutes, packSection } from '../evidence-pack/index.ts'
import { practiceRoutes, practicesSection } from '../practices/index.ts'
import { instrumentRoutes, instrumentsSection } from '../instruments/index.ts'
import { readProofs } from '../proofs.ts'
import { riskRoutes, riskSection, type TellSealedFigures } from '../risks/index.ts'

/** In the order of the navigation. */
export const improvementSections: readonly Section[] = [
  yearSection,
  processesSection,
  gapsSection,
  projectsSection,
  tasksSection,
  riskSection,
  evaluationSection,
  teamSection,
  packSection,
  disseminationSection,
  toReadSection,
  measuresSection,
  inspectionsSection,
  digitalisationSection,
  practicesSection,
  instrumentsSection,
]

/** The rooms of the improvement, one line each. */
export function improvementRoutes(system: System, tellSealedFigures: TellSealedFigures): Router {
  const router = Router()
  router.use(evidenceRoutes(system))
  router.use(processRoutes(system))
  router.use(toldRoutes(system))
  router.use(projectRoutes(system))
  router.use(gapRoutes(system))
  router.use(taskRoutes(system))
  router.use(evaluationRoutes(system))
  router.use(measureRoutes(system))
  router.use(teamRoutes(system))
  router.use(packRoutes(system))
  router.use(disseminationRoutes(system))
  router.use(yearRoutes(system))
  router.use(digitalisationRoutes(system))
  router.use(riskRoutes(system, tellSealedFigures))
  router.use(practiceRoutes(system))
  router.use(instrumentRoutes(system, (db, question) => readProofs(system, question, db)))
  return router
}

import { afterPeriod } from '../../effect/index.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { mayBring, mayCheck, mayReport, mayWrite, stepsFor } from '../project-policy.ts'
import { BEFORE_DECISION, stepOf } from '../project-states.ts'
import type { ProjectVisit } from './room.ts'

/** Where each thing that this person may do now is sent; null where they may not. */
export function actsOn({ room, whole }: ProjectVisit) {
  const { staff, urls, t, today } = room
  const { project, indicator } = whole
  const { projectId, finishedOn } = project
  const improves = mayImprove(staff, project)
  const isOpen = BEFORE_DECISION.includes(project.state)
  const url = (may: boolean, of: (projectId: string) => string) => (may ? of(projectId) : null)
  const mayMeasure =
    finishedOn !== null &&
    indicator !== null &&
    indicator.lockedAt !== null &&
    indicator.measuredAt === null &&
    (improves || mayCheck(staff, project))
  const over = indicator && finishedOn ? afterPeriod(indicator, finishedOn).until : null
  const steps = stepsFor(staff, whole)
  return {
    stepUrl: urls.step(projectId),
    steps: steps.map((action) => ({
      action,
      text: t(`improvements-projects.step.${action}`),
      asksReason: stepOf(action).reason === 'required',
    })),
    planUrl: url(mayWrite(staff, project), urls.plan),
    indicatorUrl: url(mayWrite(staff, project) && !indicator?.lockedAt, urls.indicator),
    progressUrl: url(mayReport(staff, project), urls.progress),
    mayEnd: steps.includes('finish') || steps.includes('begin'),
    checks: mayCheck(staff, project),
    officialUrl: url(improves, urls.official),
    handOverUrl: url(improves, urls.handOver),
    effectUrl: url(mayMeasure && over !== null && over < today, urls.effect),
    effectOn: mayMeasure && over !== null && over >= today ? over : null,
    commentUrl: url(isOpen, urls.comment),
    askUrl: url(isOpen && improves, urls.ask),
    answers: improves,
    // the room that tells knows projects, and not the other way round
    tellUrl: project.state === 'verified' ? `${urls.project(projectId)}/contar` : null,
    evidenceUrl: url(mayBring(staff, project), urls.evidence),
  }
}

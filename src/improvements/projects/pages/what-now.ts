import { formatDate } from '../../../platform/i18n/index.ts'
import { planLacks } from '../plan-rules.ts'
import { isBehind } from '../progress-rules.ts'
import type { actsOn } from './project-acts.ts'
import type { ProjectVisit } from './room.ts'

export interface ToDo {
  text: string
  href: string
}

/** What this person has to do on a project now, the first first; each leads to where it is done. */
export function whatNow(
  { room, whole }: ProjectVisit,
  acts: ReturnType<typeof actsOn>,
  photos: number,
): ToDo[] {
  const { t, lang, today } = room
  const { project, indicator, owed, reports, comments, planned, real } = whole
  const lacks = planLacks(project.kind, project, indicator !== null)
  const missing = lacks.filter(({ field }) => field !== 'indicator').length
  const late = owed.find(({ on, reportedOn }) => reportedOn === null && on < today)
  const unchecked = reports.filter(
    ({ check, reportedBy }) => check === null && reportedBy !== room.deed.accountId,
  )
  const unanswered = comments.filter(({ outcome }) => outcome === null).length
  const say = (key: string, values: Record<string, string | number> = {}) =>
    t(`improvements-projects.now.${key}`, values)
  const todos: (ToDo | false | null)[] = [
    acts.planUrl !== null && missing > 0 && { text: say('plan'), href: acts.planUrl },
    acts.indicatorUrl !== null &&
      indicator === null && { text: say('indicator'), href: acts.indicatorUrl },
    acts.evidenceUrl !== null && photos === 0 && { text: say('photos'), href: '#fotos' },
    acts.progressUrl !== null &&
      late !== undefined && {
        text: say('report', { on: formatDate(late.on, lang) }),
        href: '#avances',
      },
    acts.progressUrl !== null &&
      late === undefined &&
      isBehind(planned, real) && { text: say('behind'), href: '#avances' },
    acts.checks &&
      unchecked.length > 0 && {
        text: say('check', { count: unchecked.length }),
        href: '#avances',
      },
    acts.answers &&
      unanswered > 0 && { text: say('answer', { count: unanswered }), href: '#opiniones' },
    acts.effectUrl !== null && { text: say('measure'), href: '#efecto' },
    acts.tellUrl !== null && { text: say('tell'), href: acts.tellUrl },
  ]
  return todos.filter((todo): todo is ToDo => todo !== false && todo !== null)
}

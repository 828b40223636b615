import { formatShortDate } from '../../../platform/i18n/index.ts'
import { listProjects, type Project } from '../../projects/index.ts'
import { postOf, type Asking, type Propose } from './proposal.ts'

/** The activities that the plans of the year's projects name. */
export const proposeSchedule: Propose = async (asking) => {
  const projects = await projectsOf(asking)
  return projects.flatMap((project) =>
    project.plan.activities.map(({ activityId, what, evidence, ownerId, startsOn, endsOn }) => ({
      key: `activity:${activityId}`,
      said: saySource(asking, project),
      cells: {
        activity: what,
        product: evidence.slice(0, 160),
        responsible: postOf(asking, ownerId),
        start: startsOn,
        end: endsOn,
        status: statusOf(project),
      },
    })),
  )
}

/** The year's projects, each as one line of the 5W+2H. */
export const proposePlan: Propose = async (asking) => {
  const { lang, placeName } = asking
  const projects = await projectsOf(asking)
  return projects.map((project) => {
    const { projectId, kind, title, plan, ownerId, startsOn, endsOn } = project
    // the short road keeps there what was seen before
    const where = kind === 'short' ? '' : plan.where
    return {
      key: `project:${projectId}`,
      said: saySource(asking, project),
      cells: {
        what: plan.action || title,
        why: plan.why || plan.problem,
        where: (where || placeName).slice(0, 160),
        when: `${formatShortDate(startsOn, lang)} – ${formatShortDate(endsOn, lang)}`,
        who: postOf(asking, ownerId),
        how: plan.how,
        how_much: plan.howMuch.slice(0, 160),
        indicator: plan.goal,
        status: statusOf(project),
      },
    }
  })
}

async function projectsOf({ db, instrument }: Asking): Promise<Project[]> {
  const { administrationId, centreId, serviceId, year } = instrument
  const projects = await listProjects(db, administrationId, centreId === null ? {} : { centreId })
  return projects.filter(
    ({ state, startsOn, endsOn, finishedOn, reference }) =>
      state !== 'abandoned' &&
      startsOn <= `${year}-12-31` &&
      (finishedOn ?? endsOn) >= `${year}-01-01` &&
      (serviceId === null || reference === null || reference.serviceId === serviceId),
  )
}

function saySource({ t }: Asking, { number, title }: Project): string {
  return t('improvements-instruments.source.project', { number, title })
}

function statusOf({ state }: Project): 'planned' | 'doing' | 'done' {
  if (state === 'finished' || state === 'verified') return 'done'
  return state === 'in_progress' ? 'doing' : 'planned'
}

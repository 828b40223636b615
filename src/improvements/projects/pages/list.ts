import type { Request, Response } from 'express'
import { accountNames, holdsWithin } from '../../../people/index.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { Proportion } from '../../../statistics/index.ts'
import type { System } from '../../../system.ts'
import { centreChoice } from '../../pages/room.ts'
import { configurers } from '../project-policy.ts'
import { readImprovementFigures } from '../improvement-figures.ts'
import { listProgressOf } from '../progress-store.ts'
import { isBehind, plannedOf, wholeOf } from '../progress-rules.ts'
import type { ProgressReport, Project } from '../project.ts'
import { listProjects } from '../project-store.ts'
import { PROJECT_STATES, RUNNING, type ProjectState } from '../project-states.ts'
import { enterProjects, isSeen, placeName, type ProjectRoom } from './room.ts'

export const STATE_CLASS: Readonly<Record<ProjectState, string>> = {
  draft: 'govuk-tag--grey',
  submitted: 'govuk-tag--yellow',
  observed: 'govuk-tag--orange',
  approved: 'govuk-tag--blue',
  in_progress: '',
  finished: 'govuk-tag--turquoise',
  verified: 'govuk-tag--green',
  abandoned: 'govuk-tag--grey',
}

/** Every project of a place with where it stands, in the same statements however many there are. */
export function showProjects(system: System): Page {
  return async (request, response) => {
    const room = await enterProjects(system, response, request)
    await show(system, request, response, room)
  }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  room: ProjectRoom,
): Promise<void> {
  const { t, urls, deed, centre, staff } = room
  const { administrationId } = deed
  const asked = stateAsked(request.query.estado)
  const all = await listProjects(system.db, administrationId, {
    ...(centre && { centreId: centre.centreId }),
  })
  const seen = all.filter((project) => isSeen(room, project))
  const projects = asked === null ? seen : seen.filter(({ state }) => state === asked)
  const ids = projects.map(({ projectId }) => projectId)
  const progress = await listProgressOf(system.db, administrationId, ids)
  const names = await accountNames(
    system.db,
    projects.map(({ ownerId }) => ownerId),
  )
  const [figures] = await readImprovementFigures(system.db, {
    administrationId,
    timeZone: room.timeZone,
    periods: [{ from: `${room.today.slice(0, 4)}-01-01`, until: room.today }],
  })
  const model = {
    figures: (['Q30', 'Q31', 'Q32'] as const).map((id) => ({
      id,
      name: t(`improvements-projects.figures.${id}`),
      value: sayShare(figures?.[id] ?? null, room),
    })),
    title: t('improvements-projects.list.title'),
    choice: centreChoice(room, urls.list),
    mayImprove: room.mayImprove,
    beginUrl: room.here(urls.begin),
    shortUrl: room.here(urls.short),
    approversUrl: holdsWithin(staff, configurers, administrationId) ? urls.approvers : null,
    states: stateLinks(seen, asked, room),
    rows: projects.map((project) =>
      rowOf(project, progress.get(project.projectId) ?? [], names, room),
    ),
  }
  render(response, 'improvements/projects/list', model, { layout: 'staff' })
}

/** With how many it rests on; what nobody can count is said so, and is no nought. */
function sayShare(share: Proportion | null, { t, lang }: ProjectRoom): string {
  if (!share) return t('improvements-projects.figures.nothing')
  const percent = formatNumber(Math.round(share.share * 100), lang)
  return t('improvements-projects.figures.share', { percent, count: share.n })
}

function stateAsked(asked: unknown): ProjectState | null {
  return PROJECT_STATES.find((state) => state === asked) ?? null
}

function stateLinks(projects: readonly Project[], asked: ProjectState | null, room: ProjectRoom) {
  const { t, urls } = room
  const countOf = (state: ProjectState) =>
    projects.filter((project) => project.state === state).length
  const states = PROJECT_STATES.filter((state) => countOf(state) > 0)
  return [
    {
      text: t('improvements-projects.list.all', { count: projects.length }),
      href: room.here(urls.list),
      current: asked === null,
    },
    ...states.map((state) => ({
      text: `${t(`improvements-projects.state.${state}`)} (${countOf(state)})`,
      href: room.here(`${urls.list}?estado=${state}`),
      current: asked === state,
    })),
  ]
}

function rowOf(
  project: Project,
  reports: readonly ProgressReport[],
  names: ReadonlyMap<string, string>,
  room: ProjectRoom,
) {
  const { today, urls, t } = room
  const { plan, state, endsOn } = project
  const planned = wholeOf(plan.activities, (activity) => plannedOf(activity, today))
  const real = reports.at(-1)?.real ?? 0
  const isRunning = RUNNING.includes(state)
  return {
    number: t('improvements-projects.number', { number: project.number }),
    title: project.title,
    href: urls.project(project.projectId),
    place: placeName(room, project.centreId),
    owner: names.get(project.ownerId) ?? '',
    state: { text: t(`improvements-projects.state.${state}`), classes: STATE_CLASS[state] },
    endsOn,
    isLate: isRunning && endsOn < today,
    isBehind: isRunning && isBehind(planned, real),
    planned: isRunning ? planned : null,
    real,
  }
}

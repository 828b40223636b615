import type { Request, Response } from 'express'
import { accountNames } from '../../../people/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formErrors, render, typedIn, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { evidencePanel, listEvidence, listPairs } from '../../evidence/index.ts'
import { effectFacts, sayEffect } from '../../effect/index.ts'
import { listPossibleOwners } from '../owners.ts'
import { peopleOf } from '../people-of.ts'
import { PROJECT_ACTIONS } from '../project-states.ts'
import { PROJECT_PAPERS } from '../project-paper.ts'
import { indicatorNames } from './indicator-choices.ts'
import { partNotes, partsOf } from './page-parts.ts'
import { actsOn } from './project-acts.ts'
import { projectView } from './project-view.ts'
import { openProject, type ProjectVisit } from './room.ts'
import { whatNow } from './what-now.ts'

const DONE: readonly string[] = [
  ...PROJECT_ACTIONS.map((action) => `step-${action}`),
  'begun',
  'plan',
  'indicator',
  'progress',
  'check',
  'official',
  'handover',
  'comment',
  'answer',
  'asked',
  'asked-nobody',
  'effect',
  'told',
  'evidence',
]

/** A project with all that belongs to it on one page. */
export function showProject(system: System): Page {
  return async (request, response) => {
    const visit = await openProject(system, response, request)
    await renderProject(system, request, response, visit)
  }
}

/** Also after a form on it could not be taken: what was typed is in it still. */
export async function renderProject(
  system: System,
  request: Request,
  response: Response,
  visit: ProjectVisit,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const { room, whole } = visit
  const { t, lang, urls, today } = room
  const { project, indicator } = whole
  const error = problems.length > 0
  const done = request.query.hecho
  const names = await accountNames(system.db, peopleOf(whole))
  const acts = actsOn(visit)
  const panel = await panelOf(system, visit, acts.evidenceUrl)
  const photos = panel.photos.length
  const faults = problems.map(({ field }) => field)
  const held = {
    activities: whole.activities.length,
    real: whole.real,
    photos,
    comments: whole.comments.length,
  }
  const model = {
    title: project.title,
    error,
    errors: formErrors(response, problems, 'improvements-projects.problems'),
    typed: error ? typedIn(request) : () => '',
    done:
      typeof done === 'string' && DONE.includes(done)
        ? t(`improvements-projects.done.${done}`)
        : null,
    backUrl: room.here(urls.list),
    ...projectView(visit, names),
    acts,
    todos: whatNow(visit, acts, photos),
    parts: partsOf(project, faults, partNotes(held, t, lang), t),
    papers: PROJECT_PAPERS.map((kind) => ({
      text: t(`improvements-projects.paper.name.${kind}`),
      href: urls.papers[kind](project.projectId),
    })),
    panel,
    owners: await listPossibleOwners(system.db, project, today),
    effect: indicator && {
      facts: effectFacts(indicator, await indicatorNames(system, visit, indicator), t, lang),
      locked: indicator.lockedAt !== null,
      said: sayEffect(indicator, t, lang),
    },
  }
  const status = error ? 422 : 200
  render(response, 'improvements/projects/project', model, { layout: 'staff', status })
}

async function panelOf(
  { db }: Pick<System, 'db'>,
  { room, whole }: ProjectVisit,
  action: string | null,
) {
  const { administrationId, projectId } = whole.project
  const about = { kind: 'project', id: projectId } as const
  const items = await listEvidence(db, administrationId, about)
  const pairs = await listPairs(db, administrationId, about)
  return evidencePanel(room.slug, { items, pairs }, { action, back: room.urls.project(projectId) })
}

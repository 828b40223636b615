import type { TellOfActions } from '../analysis/index.ts'
import type { T } from '../platform/i18n/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { findIndicator, sayEffect } from './effect/index.ts'
import { listProjects, type Project } from './projects/index.ts'
import { inTheir, listTold } from './told/index.ts'

interface Speech {
  t: T
  lang: string
}

/**
 * The projects of a period and what became of them, for its report: inside all that were approved, in public
 * those that were told to everybody, in the words of then.
 */
export const tellActions: TellOfActions = async (
  db,
  { administrationId, period, edition, speech },
) => {
  const projects = await listProjects(db, administrationId)
  const running = projects.filter((project) => ranWithin(project, period))
  const told = new Map((await listTold(db, administrationId)).map((each) => [each.projectId, each]))
  const items = []
  for (const project of running) {
    const shown = told.get(project.projectId)
    if (edition === 'public' && !shown) continue
    const did = shown ? [inTheir(shown.did, speech.lang)] : []
    const state = speech.t(`improvements-projects.state.${project.state}`)
    const effect = await effectOf(db, project, speech)
    const sentences = edition === 'public' ? [...did, ...effect] : [`${state}.`, ...did, ...effect]
    items.push({ title: project.title, text: sentences.join(' ') })
  }
  return items
}

function ranWithin(
  { approvedAt, startsOn, finishedOn, verifiedAt }: Project,
  { from, until }: { from: string; until: string },
): boolean {
  if (approvedAt === null || startsOn > until) return false
  const verifiedOn = verifiedAt?.toISOString().slice(0, 10) ?? null
  return [finishedOn, verifiedOn].some((day) => day === null || day >= from)
}

async function effectOf(db: Db, project: Project, { t, lang }: Speech): Promise<string[]> {
  const indicator = await findIndicator(db, project)
  const said = indicator && sayEffect(indicator, t, lang)
  return said ? [`${said.title}.`, said.sentence] : []
}

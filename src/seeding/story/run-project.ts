import {
  keepEvidence,
  measureEffect,
  pairPhotos,
  reportProgress,
  takeFeedback,
  takeStep,
  tellPeople,
  type ProjectAction,
} from '../../improvements/index.ts'
import type { Role } from '../../people/index.ts'
import { quietSystem } from '../quiet-system.ts'
import { projectNow } from './begin-project.ts'
import type { Cast } from './cast.ts'
import { withPicture } from './draw-picture.ts'
import type { ScriptedProject } from './story-script.ts'

/** Approved, begun, followed with photos; and, where its time is over, measured, verified and told. */
export async function runProject(
  cast: Cast,
  project: ScriptedProject,
  projectId: string,
): Promise<void> {
  const step = (action: ProjectAction, role: Role, day: number) =>
    take(cast, projectId, { action, role, day })
  await step('submit', 'improvement_owner', project.approvedOn - 3)
  await step('approve', 'chief_administrator', project.approvedOn)
  await step('begin', 'improvement_owner', project.begunOn)
  await report(cast, project, projectId)
  await photograph(cast, project, projectId)
  const { finishedOn, verifiedOn } = project
  if (finishedOn === undefined || verifiedOn === undefined) return
  await step('finish', 'improvement_owner', finishedOn)
  const evaluator = await cast.as('evaluator', verifiedOn)
  await measureEffect(cast.system, evaluator, { projectId, finishedOn: cast.dayOf(finishedOn) })
  await step('verify', 'evaluator', verifiedOn)
  await tell(cast, project, projectId)
}

async function take(
  cast: Cast,
  projectId: string,
  { action, role, day }: { action: ProjectAction; role: Role; day: number },
): Promise<void> {
  const { version } = await projectNow(cast, projectId)
  const doer = await cast.as(role, day)
  await takeStep(cast.system, doer, { projectId, version, action, reason: '' })
}

async function report(cast: Cast, { progress }: ScriptedProject, projectId: string): Promise<void> {
  const { plan } = await projectNow(cast, projectId)
  for (const { on, done, text } of progress) {
    const owner = await cast.as('improvement_owner', on)
    const byActivity = plan.activities.map(({ activityId }, at) => [activityId, done[at] ?? 0])
    const told = { text, done: Object.fromEntries(byActivity) as Record<string, number> }
    await reportProgress(cast.system, owner, projectId, told)
  }
}

async function photograph(
  cast: Cast,
  { photos, centre }: ScriptedProject,
  projectId: string,
): Promise<void> {
  if (!photos) return
  const about = { kind: 'project', id: projectId } as const
  const { before, after, spot } = photos
  const keep = async ({ picture, on, caption }: typeof before) => {
    const { deed, today } = await cast.as('improvement_owner', on)
    const said = { caption, spot, takenOn: today, isPublic: true, centreId: cast.centre(centre) }
    return withPicture(cast.system.config.dataDir, picture, (path) =>
      keepEvidence(
        cast.system,
        { deed, today },
        { ...said, about, file: { name: `${picture}.jpg`, path } },
      ),
    )
  }
  const beforeId = await keep(before)
  if (!after) return
  const afterId = await keep(after)
  const { deed } = await cast.as('improvement_owner', after.on)
  await pairPhotos(cast.system, deed, { about, spot, beforeId, afterId })
}

async function tell(
  { system, administrationId, as, at, dayOf }: Cast,
  { told, noticed }: ScriptedProject,
  projectId: string,
): Promise<void> {
  if (!told) return
  const { said, did, on } = told
  const owner = await as('improvement_owner', on)
  await tellPeople(quietSystem(system, at(on)), owner, { projectId, said, did })
  for (const { on: day, ...feedback } of noticed) {
    await takeFeedback(system, { administrationId, projectId }, feedback, dayOf(day))
  }
}

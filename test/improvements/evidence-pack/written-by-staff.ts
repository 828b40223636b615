import { createShortProject } from '../../../src/improvements/projects/actions/create-project.ts'
import {
  beginEvaluation,
  markElements,
  signEvaluation,
} from '../../../src/improvements/evaluation/index.ts'
import { takeNote } from '../../../src/improvements/evaluation/actions/take-note.ts'
import { elementsOf, findOwnModel } from '../../../src/improvements/evaluation/index.ts'
import { disseminate } from '../../../src/improvements/dissemination/actions/disseminate.ts'
import { planMeetings, writeMinutes } from '../../../src/improvements/team/actions/keep-meetings.ts'
import { listMeetings } from '../../../src/improvements/team/meeting-store.ts'
import type { StaffDeed } from '../../../src/people/index.ts'
import type { System } from '../../../src/system.ts'

/** Somebody who came, and somebody of the staff, as colleagues write of them. */
export const OF_SOMEBODY =
  'La señora Zaragoya Quintanar volvió a quejarse; se le llama al 55 7777 1234. Josefina Arriaga Melo responde.'

/** Minutes, a short project, a dissemination and the notes of a signed visit, all of which name people. */
export async function writeOfPeople(
  system: System,
  deed: StaffDeed,
  { centreId, caseId }: { centreId: string; caseId: string },
): Promise<void> {
  const { administrationId, accountId } = deed
  const [startsOn, endsOn] = ['2026-02-02', '2026-06-30']
  await planMeetings(system, deed, { centreId, firstOn: '2026-02-03', meets: 'quarterly' })
  const year = { from: '2026-01-01', until: '2026-12-31', centreId }
  const [meeting] = await listMeetings(system.db, administrationId, year)
  await writeMinutes(system, deed, meeting!, {
    on: '2026-02-03',
    minutes: OF_SOMEBODY,
    attendance: [{ accountId, came: true }],
    agreements: [{ what: OF_SOMEBODY, ownerId: accountId, dueOn: endsOn }],
  })
  await createShortProject(system, deed, {
    ...{ caseId, centreId, startsOn, endsOn, causeId: null, ownerId: accountId },
    ...{ problem: OF_SOMEBODY, action: OF_SOMEBODY, before: OF_SOMEBODY },
  })
  await disseminate(system, deed, {
    ...{ subject: 'protocol', title: 'Protocolo de la señora Zaragoya Quintanar', edition: '' },
    ...{ body: OF_SOMEBODY, link: '', how: 'Reunión', begunOn: startsOn, dueOn: endsOn },
    ...{ centreId, audience: [], aboutId: null, quiz: [] },
  })
  await visit(system, deed, centreId)
}

async function visit(system: System, deed: StaffDeed, centreId: string): Promise<void> {
  const { administrationId } = deed
  const evaluationId = await beginEvaluation(system, deed, { centreId, year: 2026, kind: 'visit' })
  const note = { kind: 'interview', words: OF_SOMEBODY, elementId: null } as const
  const noteId = '5c7f9c0e-3c39-4bb0-8d4d-0a4a5b0c8a01'
  await takeNote(system, deed, evaluationId, { ...note, noteId })
  const { model } = (await findOwnModel(system.db, administrationId))!
  const marks = elementsOf(model).map(({ id }) => {
    return { elementId: id, state: 'not_met' as const, reason: OF_SOMEBODY, revision: 0 }
  })
  await markElements(system, deed, evaluationId, marks)
  await signEvaluation(system, deed, { evaluationId, conclusion: OF_SOMEBODY })
}

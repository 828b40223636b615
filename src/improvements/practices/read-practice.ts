import type { Db } from '../../platform/database/connection.ts'
import { listEvidence, type Evidence } from '../evidence/index.ts'
import { listTasksOfOrigin, type Task } from '../tasks/index.ts'
import { listAcknowledgements, listChecks, listRecognitions } from './follow-store.ts'
import type { Around } from './lacks.ts'
import {
  isStillKnown,
  type Acknowledgement,
  type Practice,
  type Recognition,
  type SustainmentCheck,
} from './practice.ts'
import { listVersions } from './practice-store.ts'

export interface WholePractice {
  practice: Practice
  /** The newest first, that which stands included. */
  versions: readonly Practice[]
  /** Without those that were dropped. */
  tasks: readonly Task[]
  evidence: readonly Evidence[]
  acknowledgements: readonly Acknowledgement[]
  recognitions: readonly Recognition[]
  checks: readonly SustainmentCheck[]
  around: Around
}

/** A practice with all that stands around it. */
export async function readPractice(
  db: Db,
  administrationId: string,
  practiceId: string,
): Promise<WholePractice> {
  const versions = await listVersions(db, administrationId, practiceId)
  const [practice] = versions
  const planned = await listTasksOfOrigin(db, administrationId, 'practice', [practiceId])
  const tasks = planned.filter(({ state }) => state !== 'dropped')
  const evidence = await listEvidence(db, administrationId, { kind: 'practice', id: practiceId })
  const acknowledgements = await listAcknowledgements(db, administrationId, practiceId)
  const recognitions = await listRecognitions(db, administrationId, practiceId)
  const checks = await listChecks(db, administrationId, practiceId)
  const around: Around = {
    actions: tasks.length,
    liaison: liaisonOf(versions, acknowledgements, tasks.length),
    evidenceIds: evidence.map(({ evidenceId }) => evidenceId),
    proofIds: recognitions.map(({ proofId }) => proofId),
  }
  return { practice, versions, tasks, evidence, acknowledgements, recognitions, checks, around }
}

function liaisonOf(
  [practice, ...earlier]: readonly [Practice, ...Practice[]],
  acknowledgements: readonly Acknowledgement[],
  actions: number,
): Around['liaison'] {
  if (acknowledgements.length === 0) return 'never'
  const isKnown = acknowledgements.some((one) => {
    const known = [practice, ...earlier].find(({ version }) => version === one.version)
    return known && isStillKnown(known, practice, { known: one.actions, now: actions })
  })
  return isKnown ? 'knows' : 'outdated'
}

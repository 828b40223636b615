import type { System } from '../../system.ts'
import {
  elementsOf,
  readShown,
  tellEvaluations,
  type EvaluationModel,
} from '../evaluation/index.ts'
import { paperOfEvidence } from '../evidence/index.ts'
import type { Leaving, Proof, ProofQuestion } from '../proof.ts'
import { readProofs } from '../proofs.ts'
import { planPack, type PlannedPack } from './plan-pack.ts'

/** Everything that a year of a centre has to show, and where it stands in the pack. */
export async function readPlan(
  system: System,
  model: EvaluationModel,
  question: ProofQuestion & { centreId: string },
  { db, mask }: Leaving,
): Promise<PlannedPack> {
  const proofs = await readProofs(system, question, db)
  const shown = await readShown(system, model, question, { db, proofs })
  const asked = new Set<string>(elementsOf(model).flatMap(({ provedBy }) => provedBy))
  const unasked = [...proofs].flatMap(([key, found]) => (asked.has(key) ? [] : found))
  const evaluations: readonly Proof[] = await tellEvaluations(db, question)
  return planPack(model, shown, {
    lang: question.lang,
    paperOf: (item) => paperOfEvidence(system, item),
    others: [...evaluations, ...unasked],
    othersName: question.t('improvements-pack.others'),
    mask,
  })
}

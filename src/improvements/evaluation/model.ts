import { z } from 'zod'
import { isPlainDate } from '../../platform/dates.ts'
import { localized } from '../../regimes/index.ts'
import { PROOF_KEYS } from '../proof.ts'

/** How a service model is evaluated, as a document with a version: criterion, evidence, element, characteristic. */

const MOST_CRITERIA = 60
const MOST_PARTS = 120
const HEAVIEST = 1000

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,58}$/)

const element = z.strictObject({
  id,
  text: localized,
  characteristics: z.array(localized).max(MOST_PARTS).default([]),
  /** Against the other elements; alike until somebody enters it. */
  weight: z.number().positive().max(HEAVIEST).default(1),
  /** What the book proves by itself; without any, a person has to show it. */
  provedBy: z.array(z.enum(PROOF_KEYS)).default([]),
})

const evidence = z.strictObject({
  id,
  name: localized,
  /** Shown on paper, or seen and heard on the spot. */
  nature: z.enum(['documentary', 'observed']),
  /** One for all centres of the administration, or of each its own. */
  reach: z.enum(['centre', 'standardised']),
  elements: z.array(element).min(1).max(MOST_PARTS),
})

const criterion = z.strictObject({
  id,
  name: localized,
  about: localized,
  evidences: z.array(evidence).min(1).max(MOST_PARTS),
})

export const modelFile = z
  .strictObject({
    code: id,
    version: z.int().min(1),
    name: localized,
    source: z.string().min(1),
    validFrom: z.string().refine(isPlainDate, 'a day is written YYYY-MM-DD'),
    criteria: z.array(criterion).min(1).max(MOST_CRITERIA),
  })
  .superRefine((model, check) => {
    for (const twice of idsTwice(model)) {
      check.addIssue({ code: 'custom', message: `${twice} stands there twice`, path: ['criteria'] })
    }
  })

export type EvaluationModel = z.infer<typeof modelFile>
export type Criterion = z.infer<typeof criterion>
export type EvidenceAsked = z.infer<typeof evidence>
export type Element = z.infer<typeof element>

function idsTwice({ criteria }: { criteria: readonly Criterion[] }): string[] {
  const lists = [
    criteria.map((one) => one.id),
    criteria.flatMap(({ evidences }) => evidences.map((one) => one.id)),
    elementsOf({ criteria }).map((one) => one.id),
  ]
  return lists.flatMap((ids) => ids.filter((one, index) => ids.indexOf(one) !== index))
}

export function elementsOf({ criteria }: { criteria: readonly Criterion[] }): Element[] {
  return criteria.flatMap(({ evidences }) => evidences.flatMap(({ elements }) => elements))
}

export function findCriterion(
  { criteria }: Pick<EvaluationModel, 'criteria'>,
  criterionId: unknown,
): Criterion | null {
  return criteria.find((one) => one.id === criterionId) ?? null
}

/**
 * The evaluation of a centre: the model as data, what the book proves of it by itself, what people add, what is
 * missing and who owes it, the self-evaluation and the evaluator's visit, with a result that stays once signed.
 */
export { loadModel } from './actions/load-model.ts'
export { adoptModel, keepModel } from './actions/keep-model.ts'
export { beginEvaluation, markElements, signEvaluation } from './actions/conduct-evaluation.ts'
export { listEvaluations } from './evaluation-store.ts'
export { evaluationRoutes, evaluationSection } from './pages/routes.ts'
export {
  elementsOf,
  type Criterion,
  type Element,
  type EvaluationModel,
  type EvidenceAsked,
} from './model.ts'
export { findOwnModel, getOwnModel, type OwnModel } from './model-store.ts'
export { mayFill, fillers, readers } from './evaluation-policy.ts'
export { tellEvaluations } from './tell-proofs.ts'
export { readShown } from './read-shown.ts'
export { isShown, type ShownElement, type Standing } from './shown.ts'

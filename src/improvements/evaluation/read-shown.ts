import type { Db } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import { listEvidenceOf, type Evidence } from '../evidence/index.ts'
import type { ProofQuestion } from '../proof.ts'
import { readProofs, type Proofs } from '../proofs.ts'
import { listTasksOfOrigin, type Task } from '../tasks/index.ts'
import { listFolders } from './folder-store.ts'
import { elementsOf, type Element, type EvaluationModel } from './model.ts'
import { standingOf, type ShownElement } from './shown.ts'

/** Each element of a model with all that there is for it in a centre's year. */
export async function readShown(
  system: System,
  model: EvaluationModel,
  question: ProofQuestion & { centreId: string },
  read: { db?: Db; proofs?: Proofs } = {},
): Promise<ReadonlyMap<string, ShownElement>> {
  const { administrationId } = question
  const { db = system.db } = read
  const proofs = read.proofs ?? (await readProofs(system, question, db))
  const folders = await listFolders(db, question)
  const ids = [...folders.values()]
  const items = await listEvidenceOf(db, administrationId, 'evaluation', ids)
  const tasks = await listTasksOfOrigin(db, administrationId, 'evaluation', ids)
  const show = (element: Element): [string, ShownElement] => {
    const folderId = folders.get(element.id)
    const found = {
      element,
      proofs: element.provedBy.flatMap((key) => proofs.get(key) ?? []),
      added: items.filter(({ about }: Evidence) => about.id === folderId),
      tasks: tasks.filter(({ originId }: Task) => originId === folderId),
    }
    return [element.id, { ...found, standing: standingOf(found) }]
  }
  return new Map(elementsOf(model).map(show))
}

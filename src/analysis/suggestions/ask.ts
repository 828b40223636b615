import type { System } from '../../system.ts'
import type { Silence } from './learn-and-measure.ts'
import { listStandings, type KeptModel, type TaskStanding } from './model-store.ts'
import { modelAtHand } from './models-at-hand.ts'
import { suggest, type Suggestion, type TextToRead } from './suggest.ts'
import type { Task } from './task.ts'

/** Why nothing is suggested: nothing was learnt, what was learnt is no good, or this text is too unclear. */
export type WhySilent = Silence | 'not_tried' | 'unsure' | 'no_words'

export type Told =
  | { readonly suggestions: readonly Suggestion[]; readonly from: KeptModel }
  | { readonly silent: WhySilent }

/** What a text probably is, for a person to confirm. */
export async function askMachine(
  system: System,
  { administrationId, task, text }: { administrationId: string; task: Task; text: TextToRead },
): Promise<Told> {
  const standings = await listStandings(system.db, administrationId)
  return askOne(system, standings, { administrationId, task, text })
}

/** Of several tasks at once. */
export async function askAll(
  system: System,
  tasks: readonly Task[],
  { administrationId, text }: { administrationId: string; text: TextToRead },
): Promise<Map<Task, Told>> {
  const standings = await listStandings(system.db, administrationId)
  const told = new Map<Task, Told>()
  for (const task of tasks) {
    told.set(task, await askOne(system, standings, { administrationId, task, text }))
  }
  return told
}

async function askOne(
  { db }: System,
  standings: readonly TaskStanding[],
  { administrationId, task, text }: { administrationId: string; task: Task; text: TextToRead },
): Promise<Told> {
  const standing = standings.find((each) => each.task === task)
  if (!standing?.kept) return { silent: standing?.silence ?? 'not_tried' }
  const { kept } = standing
  const model = await modelAtHand(db, { administrationId, task, version: kept.version })
  if (!model) return { silent: 'not_tried' }
  const suggestions = suggest(model, text)
  const [first] = suggestions
  if (!first) return { silent: 'no_words' }
  return first.probability < kept.measure.threshold
    ? { silent: 'unsure' }
    : { suggestions, from: kept }
}

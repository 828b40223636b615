import type { System } from '../../../system.ts'
import type { Evaluation } from '../evaluation.ts'
import { listVisitItems } from '../visit-item-store.ts'
import type { EvaluationRoom } from './evaluation-room.ts'
import { listUndecided } from './visit-session.ts'

/** What came from a tablet and is not simply a note: what contradicts, what came too late, what was not seen. */
export async function tabletView(
  system: System,
  { t }: Pick<EvaluationRoom, 't'>,
  evaluation: Evaluation,
) {
  const items = await listVisitItems(system.db, evaluation)
  const sayState = (state: string) => t(`improvements-visit.state.${state}`)
  return {
    undecided: (await listUndecided(system, evaluation)).map(({ id, elementId, tablet, here }) => ({
      ...{ id, elementId },
      tablet: { state: sayState(tablet.state), words: tablet.words },
      here: here && { state: sayState(here.state), words: here.words },
      needsReason: tablet.state !== 'met',
    })),
    late: items
      .filter(({ outcome }) => outcome === 'late')
      .map(({ elementId, state, words, madeAt }) => ({
        ...{ elementId, words, at: madeAt },
        state: state === null ? '' : sayState(state),
      })),
    notSeen: items
      .filter(({ state }) => state === 'not_seen')
      .map(({ elementId, words }) => ({ elementId, words })),
  }
}

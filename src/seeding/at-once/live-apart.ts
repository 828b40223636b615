import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { openThread } from '../../platform/threads/open-thread.ts'
import type { System } from '../../system.ts'
import { BATCH, type LivedBatch, type Share } from './live-in-batches.ts'
import type { YearsRequest } from './paper-making.ts'

/** What a thread is given to live its share of a book. */
export interface LivesTask {
  databaseUrl: string
  dataDir: string
  request: Omit<YearsRequest, 'onProgress'>
  now: Date
  share: Share
}

const MOST_HANDS = 4
/** What is short-lived should not grow old between two batches. */
const YOUNG_MB = 64

/** One processor is left to the database; a book of a few batches is not worth opening a second hand. */
function handsFor(cases: number): number {
  const batches = Math.ceil(cases / BATCH)
  return Math.max(1, Math.min(availableParallelism() - 1, MOST_HANDS, Math.floor(batches / 4)))
}

/** Whole lives in the order of their filing, lived in threads beside the one that writes them. */
export async function* liveApart(
  { databaseUrl, config }: System,
  { slug, cases, seed, years }: YearsRequest,
  now: Date,
): AsyncGenerator<LivedBatch, void> {
  const of = handsFor(cases)
  const hands = Array.from({ length: of }, (_, hand) => {
    const request = { slug, cases, seed, years }
    const task = { databaseUrl, dataDir: config.dataDir, request, now, share: { hand, of } }
    return openHand(task)
  })
  try {
    // every hand has its turn; the first without another batch was the last of all
    for (let turn = 0; ; turn += 1) {
      const batch = await hands[turn % of]?.next()
      if (!batch) return
      yield batch
    }
  } finally {
    await Promise.all(hands.map((hand) => hand.end()))
  }
}

interface Hand {
  /** Null: there are no more. */
  next(): Promise<LivedBatch | null>
  end(): Promise<unknown>
}

function openHand(task: LivesTask): Hand {
  const limits = { maxYoungGenerationSizeMb: YOUNG_MB }
  const thread = openThread(new URL('./lives-thread.ts', import.meta.url), { given: task, limits })
  const said: (LivedBatch | null | Error)[] = []
  thread.on('message', (batch: LivedBatch | null) => void said.push(batch))
  thread.on('error', (error: Error) => void said.push(error))
  return {
    async next() {
      while (said.length === 0) await once(thread, 'message')
      const batch = said.shift() ?? null
      if (batch === null) return null
      if (!('lives' in batch)) throw batch
      thread.postMessage('taken')
      return batch
    },
    end: () => thread.terminate(),
  }
}

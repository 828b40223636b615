import { TooMany } from '../platform/errors.ts'

interface Waiting {
  start: () => void
}

/**
 * Lets only so many heavy pieces of work run at once and serves the askers in rotation, so that
 * one who floods waits behind the others and not before them.
 */
export class FairTurns {
  readonly #atOnce: number
  readonly #longestQueue: number
  readonly #queues = new Map<string, Waiting[]>()
  #running = 0

  constructor({ atOnce, longestQueue }: { atOnce: number; longestQueue: number }) {
    this.#atOnce = atOnce
    this.#longestQueue = longestQueue
  }

  async take<T>(asker: string, work: () => Promise<T>): Promise<T> {
    await this.#turnOf(asker)
    try {
      return await work()
    } finally {
      this.#running -= 1
      this.#startNext()
    }
  }

  #turnOf(asker: string): Promise<void> {
    if (this.#running < this.#atOnce) {
      this.#running += 1
      return Promise.resolve()
    }
    const queue = this.#queues.get(asker) ?? []
    if (queue.length >= this.#longestQueue) throw new TooMany(5)
    return new Promise((start) => {
      queue.push({ start })
      this.#queues.set(asker, queue)
    })
  }

  #startNext(): void {
    const [next] = this.#queues
    if (!next) return
    const [asker, queue] = next
    const waiting = queue.shift()
    // back in line, behind the other askers
    this.#queues.delete(asker)
    if (queue.length > 0) this.#queues.set(asker, queue)
    this.#running += 1
    waiting?.start()
  }
}

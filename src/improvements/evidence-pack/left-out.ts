import type { Readable } from 'node:stream'
import { NotYetSafe } from '../../attachments/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Leaving } from '../proof.ts'
import type { PlannedFile } from './shelf.ts'

/** Why a file that was to stand in the pack does not: nobody could say it is harmless, or it was taken away. */
export type WhyLeftOut = 'not_safe' | 'gone'

/** One file that cannot be had does not keep the others back; the pages say which. */
export class LeftOut {
  readonly #leaving: Leaving
  readonly #why = new Map<string, WhyLeftOut>()

  constructor(leaving: Leaving) {
    this.#leaving = leaving
  }

  has({ path }: Pick<PlannedFile, 'path'>): boolean {
    return this.#why.has(path)
  }

  why({ path }: Pick<PlannedFile, 'path'>): WhyLeftOut | null {
    return this.#why.get(path) ?? null
  }

  async open(file: PlannedFile): Promise<Readable | null> {
    try {
      return await file.open(this.#leaving)
    } catch (error) {
      const why = whyOf(error)
      if (!why) throw error
      this.#why.set(file.path, why)
      return null
    }
  }
}

function whyOf(error: unknown): WhyLeftOut | null {
  if (error instanceof NotYetSafe) return 'not_safe'
  if (error instanceof NotFound) return 'gone'
  return (error as { code?: unknown }).code === 'ENOENT' ? 'gone' : null
}

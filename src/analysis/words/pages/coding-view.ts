import { inTree, type FrameCode } from '../frame.ts'
import type { SegmentInHand } from '../coding-queue-store.ts'
import type { SuggestedCode } from '../suggest-codes.ts'

/** So many have a number key of their own. */
const NUMBERED = 9
/** Around the segment, so much of its text. */
const CONTEXT = 400

export interface CodeChoice {
  codeId: string
  name: string
  definition: string
  /** The first level above it. */
  under: string | null
  /** The words that weighed. */
  why: readonly string[]
  key: number | null
}

/** The most likely codes with a number each, then all others by their first level. */
export function codeChoices(
  codes: readonly FrameCode[],
  suggested: readonly SuggestedCode[],
): { likely: CodeChoice[]; rest: CodeChoice[] } {
  const all = inTree(codes).flatMap(({ under, ...code }) => [
    choiceOf(code, null),
    ...under.map((each) => choiceOf(each, code.name)),
  ])
  const rank = new Map(suggested.map(({ codeId }, index) => [codeId, index]))
  const why = new Map(suggested.map((each) => [each.codeId, each.why]))
  const ordered = all.toSorted(
    (one, other) => (rank.get(one.codeId) ?? all.length) - (rank.get(other.codeId) ?? all.length),
  )
  const likely = ordered.slice(0, NUMBERED).map((code, index) => {
    return { ...code, why: why.get(code.codeId) ?? [], key: index + 1 }
  })
  return { likely, rest: all.filter(({ codeId }) => likely.every((one) => one.codeId !== codeId)) }
}

function choiceOf({ codeId, name, definition }: FrameCode, under: string | null): CodeChoice {
  return { codeId, name, definition, under, why: [], key: null }
}

/** The segment within what stands around it. */
export function contextOf({ masked, start, end }: SegmentInHand) {
  const from = Math.max(0, start - CONTEXT)
  const until = Math.min(masked.length, end + CONTEXT)
  return {
    before: (from > 0 ? '… ' : '') + masked.slice(from, start),
    words: masked.slice(start, end),
    after: masked.slice(end, until) + (until < masked.length ? ' …' : ''),
  }
}

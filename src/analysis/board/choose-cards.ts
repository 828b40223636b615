import type { CodedSegment, FrameCode } from '../words/index.ts'
import { MOST_CARDS } from './board.ts'

/** The ideas for a board, of one code and those under it or of all: the gravest first, then as they were told. */
export function chooseCards(
  segments: readonly CodedSegment[],
  codes: readonly Pick<FrameCode, 'codeId' | 'parentId'>[],
  codeId: string | null,
  room = MOST_CARDS,
): string[] {
  const wanted = new Set(
    codes
      .filter((code) => codeId === null || code.codeId === codeId || code.parentId === codeId)
      .map((code) => code.codeId),
  )
  return segments
    .filter((segment) => wanted.has(segment.codeId))
    .toSorted(
      (one, other) =>
        other.severity - one.severity ||
        one.textPosition - other.textPosition ||
        one.position - other.position,
    )
    .slice(0, room)
    .map(({ segmentId }) => segmentId)
}

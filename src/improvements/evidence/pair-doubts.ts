import type { PlainDate } from '../../platform/dates.ts'
import type { PairDoubt } from './evidence.ts'
import { areNear } from './place-marks.ts'

/** What of a photo can make a pair doubtful. */
export interface ComparedPhoto {
  takenOn: PlainDate | null
  fileDate: PlainDate | null
  sha256: string
  placeMarks: readonly Buffer[]
}

/** What whoever judges a pair has to look at twice; nothing is refused for it. */
export function pairDoubts(before: ComparedPhoto, after: ComparedPhoto): PairDoubt[] {
  const both = [before, after]
  const found: Record<PairDoubt, boolean> = {
    no_date: both.some(({ fileDate }) => fileDate === null),
    other_date: both.some(({ fileDate, takenOn }) => fileDate !== null && fileDate !== takenOn),
    wrong_order:
      before.takenOn !== null && after.takenOn !== null && after.takenOn < before.takenOn,
    other_place: areNear(before.placeMarks, after.placeMarks) === false,
    same_photo: before.sha256 === after.sha256,
  }
  return (Object.keys(found) as PairDoubt[]).filter((doubt) => found[doubt])
}

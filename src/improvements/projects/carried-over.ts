import type { GapReference, Project } from './project.ts'

/** A piece of a text beside the one that it was made from. */
export interface TextPiece {
  piece: 'same' | 'gone' | 'new'
  text: string
}

export interface Departure {
  field: 'problem' | 'action'
  pieces: TextPiece[]
}

/** Where the words of the project are no longer those of its gap (PM-02). */
export function departuresOf({
  reference,
  plan,
}: Pick<Project, 'reference' | 'plan'>): Departure[] {
  if (!reference) return []
  return (['problem', 'action'] as const)
    .filter((field) => plan[field] !== reference[field])
    .map((field) => ({ field, pieces: compareWords(reference[field], plan[field]) }))
}

/** What the analysis of gaps says today of the row that a project came from. */
export interface GapToday {
  /** Null: the newest version has no such problem any more. */
  row: Pick<GapReference, 'problem' | 'action'> | null
  gapVersion: number
  processVersion: number
  isTop: boolean
}

export const GAP_WARNINGS = [
  'gap_vanished',
  'gap_changed',
  'newer_process',
  'not_top_priority',
] as const
export type GapWarning = (typeof GAP_WARNINGS)[number]

/** Process, gaps and project no longer say the same, or the first of the priorities is left out (PM-01, PM-03). */
export function gapWarnings(reference: GapReference, today: GapToday): GapWarning[] {
  const { row } = today
  const isChanged =
    row !== null && (row.problem !== reference.problem || row.action !== reference.action)
  return [
    ...(row === null ? (['gap_vanished'] as const) : []),
    ...(isChanged ? (['gap_changed'] as const) : []),
    ...(today.processVersion > reference.processVersion ? (['newer_process'] as const) : []),
    ...(today.isTop ? [] : (['not_top_priority'] as const)),
  ]
}

/** Word by word, by the longest run of words that both have in the same order. */
export function compareWords(before: string, after: string): TextPiece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const common = commonLengths(old, now)
  const pieces: TextPiece[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      add(pieces, 'same', now[j]!)
      i += 1
      j += 1
    } else if (
      j >= now.length ||
      (i < old.length && lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))
    ) {
      add(pieces, 'gone', old[i]!)
      i += 1
    } else {
      add(pieces, 'new', now[j]!)
      j += 1
    }
  }
  return pieces
}

const MOST_WORDS = 600
const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
const lengthAt = (lengths: readonly (readonly number[])[], i: number, j: number) =>
  lengths[i]?.[j] ?? 0

/** How many words the rests of both have in common, from each pair of places on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array<number>(now.length + 1).fill(0),
  )
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] =
        old[i] === now[j]
          ? lengthAt(lengths, i + 1, j + 1) + 1
          : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1))
    }
  }
  return lengths
}

function add(pieces: TextPiece[], piece: TextPiece['piece'], word: string): void {
  const last = pieces.at(-1)
  if (last?.piece === piece) last.text += ` ${word}`
  else pieces.push({ piece, text: word })
}

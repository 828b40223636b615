import { compareTexts, mean, type Idea } from './idea.ts'
import { nearnessToCentre } from './nearness.ts'

export const QUOTE_ROLES = ['typical', 'severe', 'contrary'] as const
export type QuoteRole = (typeof QUOTE_ROLES)[number]

export interface ProposedQuote {
  role: QuoteRole
  idea: Idea
}

interface Candidate {
  idea: Idea
  nearness: number
}

/** Shorter says too little alone, longer is not read; used only where there is nothing else. */
const READABLE = { least: 30, most: 400 }
const GRAVE = 3

/**
 * Up to three quotes of one theme (method 11.4, step 12): a typical, a severe and a contrary one, of different
 * cases, and of different centres as far as there are. Those that a person put aside are never proposed again.
 */
export function proposeQuotes(
  ideas: readonly Idea[],
  putAside: ReadonlySet<string> = new Set(),
): ProposedQuote[] {
  const nearness = nearnessToCentre(ideas.map(({ text }) => text))
  const candidates = ideas
    .map((idea, index) => ({ idea, nearness: nearness[index] ?? 0 }))
    .filter(({ idea }) => idea.text !== '' && !putAside.has(idea.segmentId))
  const tone = ideas.length === 0 ? 0 : mean(ideas.map(({ valence }) => valence))
  const fitting: Record<QuoteRole, (candidate: Candidate) => boolean> = {
    typical: ({ idea }) => idea.valence * tone >= 0,
    severe: ({ idea }) => idea.severity >= GRAVE && idea.valence <= 0,
    contrary: ({ idea }) => idea.valence * tone < 0,
  }
  const chosen: ProposedQuote[] = []
  for (const role of QUOTE_ROLES) {
    const best = bestOf(candidates.filter(fitting[role]), role, chosen)
    if (best) chosen.push({ role, idea: best.idea })
  }
  return chosen
}

function bestOf(
  candidates: readonly Candidate[],
  role: QuoteRole,
  chosen: readonly ProposedQuote[],
): Candidate | undefined {
  const cases = new Set(chosen.map(({ idea }) => idea.caseId))
  const centres = new Set(chosen.map(({ idea }) => idea.centreId))
  const rank = ({ idea, nearness }: Candidate): number[] => [
    Number(isReadable(idea.text)),
    Number(!centres.has(idea.centreId)),
    ...WORTH[role](idea),
    nearness,
  ]
  return candidates
    .filter(({ idea }) => !cases.has(idea.caseId))
    .toSorted(
      (one, two) =>
        compareRanks(rank(two), rank(one)) || compareTexts(one.idea.segmentId, two.idea.segmentId),
    )[0]
}

const WORTH: Record<QuoteRole, (idea: Idea) => number[]> = {
  typical: () => [],
  severe: ({ severity, valence }) => [severity, -valence],
  contrary: ({ valence }) => [Math.abs(valence)],
}

function isReadable({ length }: string): boolean {
  return length >= READABLE.least && length <= READABLE.most
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const different = one.findIndex((value, index) => value !== other[index])
  return different === -1 ? 0 : (one[different] ?? 0) - (other[different] ?? 0)
}

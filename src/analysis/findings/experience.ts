import { compareTexts, groupedBy, mean, type Idea } from './idea.ts'

/** One code in one stage of the journey. */
export interface Point {
  code: string
  n: number
  emotion: number
  /** What weighs on people here: its emotion is below zero. */
  pain: boolean
  momentOfTruth: boolean
}

export interface StageOfExperience {
  stage: string
  n: number
  /** The mean valence, from -1 to +1; null where nobody spoke. */
  emotion: number | null
  /** The heaviest first. */
  points: Point[]
}

/** Of fewer ideas nothing is said about a moment. */
const ENOUGH = 5
const GRAVE = 3

/**
 * The journey stage by stage (method 11.4, step 10): its emotion is the mean valence. A moment of truth is a
 * point at which five or more ideas meet and half of them or more are grave, or praise.
 */
export function mapExperience(
  ideas: readonly Idea[],
  stages: readonly string[],
): StageOfExperience[] {
  const byStage = groupedBy(ideas, ({ stage }) => stage)
  return stages.map((stage) => {
    const told = byStage.get(stage) ?? []
    return {
      stage,
      n: told.length,
      emotion: told.length === 0 ? null : mean(told.map(({ valence }) => valence)),
      points: [...groupedBy(told, ({ code }) => code)]
        .map(([code, here]) => pointOf(code, here))
        .sort(byWeight),
    }
  })
}

function pointOf(code: string, ideas: readonly Idea[]): Point {
  const emotion = mean(ideas.map(({ valence }) => valence))
  const strong = ideas.filter(isStrong).length
  const momentOfTruth = ideas.length >= ENOUGH && strong * 2 >= ideas.length
  return { code, n: ideas.length, emotion, pain: emotion < 0, momentOfTruth }
}

function isStrong({ valence, severity }: Idea): boolean {
  return valence > 0 || (valence < 0 && severity >= GRAVE)
}

function byWeight(one: Point, two: Point): number {
  return (
    one.n * one.emotion - two.n * two.emotion || two.n - one.n || compareTexts(one.code, two.code)
  )
}

/** Ideas that were placed in no stage: the map says how many it leaves out. */
export function withoutStage(ideas: readonly Idea[], stages: readonly string[]): number {
  return ideas.filter(({ stage }) => stage === null || !stages.includes(stage)).length
}

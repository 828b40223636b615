import { cleanComment } from './comment.ts'
import {
  DRIVERS,
  RESOLVED,
  SCALE,
  type Driver,
  type Instrument,
  type Resolved,
} from './instrument.ts'

/** What somebody answered; everything but the first question may be left out. */
export interface Answers {
  overall: number
  resolved: Resolved | null
}

export type DriverScores = ReadonlyMap<Driver, number>

export interface FurtherAnswers {
  scores: DriverScores
  segments: ReadonlyMap<string, string>
  comment: string
}

type Field = (name: string) => string

/** Null without an answer to the first question. */
export function readAnswers(field: Field): Answers | null {
  const overall = scoreOf(field('overall'))
  const resolved = RESOLVED.find((each) => each === field('resolved')) ?? null
  return overall === null ? null : { overall, resolved }
}

/** Of the second page: what the instrument asks and no more; what it does not know was not answered. */
export function readFurtherAnswers(
  field: Field,
  { drivers, segments }: Pick<Instrument, 'drivers' | 'segments'>,
): FurtherAnswers {
  const chosen = segments.flatMap(({ code, options }) => {
    const option = options.find((each) => each.code === field(segmentField(code)))
    return option ? [[code, option.code] as const] : []
  })
  return {
    scores: readScores(
      field,
      drivers.map(({ code }) => code),
    ),
    segments: new Map(chosen),
    comment: cleanComment(field('comment')),
  }
}

export function readScores(field: Field, asked: readonly Driver[]): DriverScores {
  return new Map(
    DRIVERS.filter((driver) => asked.includes(driver)).flatMap((driver) => {
      const score = scoreOf(field(driver))
      return score === null ? [] : [[driver, score] as const]
    }),
  )
}

export function segmentField(code: string): string {
  return `segment_${code}`
}

function scoreOf(text: string): number | null {
  return SCALE.find((score) => String(score) === text) ?? null
}

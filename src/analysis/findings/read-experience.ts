import { localDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/database/connection.ts'
import { isFew } from '../../statistics/index.ts'
import {
  firstLevelOf,
  listCodes,
  listCorpora,
  STAGES,
  type Corpus,
  type FirstLevel,
  type Stage,
} from '../words/index.ts'
import { mapExperience, type Point } from './experience.ts'
import { groupedBy } from './idea.ts'
import type { TroubleQuestion } from './list-troubles.ts'
import { readIdeas, type ToldIdea } from './read-ideas.ts'

/** What people lived at one stage, as those who read their words named it. */
export interface LivedPoint extends Point {
  stage: Stage
  name: string
  /** The first level above it. */
  driver: FirstLevel | null
}

export interface LivedExperience {
  corpusId: string
  question: string
  /** Cases that were read for it. */
  of: number
  points: readonly LivedPoint[]
}

/**
 * The journey as the newest corpus of a place and a period tells it: what too few told is left out, and no word of
 * anybody's is in it.
 */
export async function readExperience(
  db: Db,
  question: TroubleQuestion,
): Promise<LivedExperience | null> {
  const { administrationId, from, until } = question
  const corpora = (await listCorpora(db, administrationId)).filter(
    ({ periodFrom, periodUntil, state }) =>
      state === 'ready' && periodFrom <= until && from <= periodUntil,
  )
  for (const corpus of corpora) {
    const ideas = (await readIdeas(db, corpus)).filter((idea) => isAskedFor(idea, question))
    const points = await pointsOf(db, corpus, ideas)
    if (points.length === 0) continue
    return { corpusId: corpus.corpusId, question: corpus.question, of: casesOf(ideas), points }
  }
  return null
}

function isAskedFor(
  { centreId, serviceId, registeredAt }: ToldIdea,
  asked: TroubleQuestion,
): boolean {
  const day = localDate(registeredAt, asked.timeZone)
  return (
    day >= asked.from &&
    day <= asked.until &&
    (asked.centreId === null || centreId === asked.centreId) &&
    (asked.serviceId === null || serviceId === null || serviceId === asked.serviceId)
  )
}

async function pointsOf(
  db: Db,
  { administrationId, frameId }: Corpus,
  ideas: readonly ToldIdea[],
): Promise<LivedPoint[]> {
  const codes = await listCodes(db, administrationId, frameId)
  const names = new Map(codes.map(({ codeId, name }) => [codeId, name]))
  const shown = [...groupedBy(ideas, ({ stage, code }) => `${stage ?? ''} ${code}`).values()]
    .filter((told) => !isFew(casesOf(told)))
    .flat()
  return STAGES.flatMap((stage) => {
    const [told] = mapExperience(shown, [stage])
    return (told?.points ?? []).map((point) => ({
      ...point,
      stage,
      name: names.get(point.code) ?? point.code,
      driver: firstLevelOf(codes, point.code),
    }))
  })
}

function casesOf(ideas: readonly ToldIdea[]): number {
  return new Set(ideas.map(({ caseId }) => caseId)).size
}

import { countMinutes } from '../../attentions/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { readManyFigures, smallestFor, type Figure } from '../indicators/index.ts'
import { attainmentsOf, judged, missingOf, type Attainment } from './attainment.ts'
import { standardQuestions, type AskedStandard, type StandardsAsked } from './standard-questions.ts'

/** Every promise that held in the period, and how far it was kept. */
export async function readStandards(db: Db, asked: StandardsAsked): Promise<Attainment[]> {
  const standards = standardQuestions(asked)
  const questions = standards.flatMap(({ question }) => question ?? [])
  return tellStandards(db, asked, standards, await readManyFigures(db, questions))
}

/** As above, for whoever reads the figures that it rests on together with others. */
export async function tellStandards(
  db: Db,
  asked: StandardsAsked,
  standards: readonly AskedStandard[],
  answers: readonly (readonly Figure[])[],
): Promise<Attainment[]> {
  const minutes = await readMinutes(db, asked, standards)
  const figures = [...answers]
  return standards.map((each) => {
    const { standard } = each.held
    if (standard.measure !== 'answer_days') {
      return minutes.get(standard.standardId) ?? missingOf(standard, 'not_measured')
    }
    if (each.question === null) return missingOf(standard, 'too_soon')
    return answered(each, asked.kind, figures.shift() ?? [])
  })
}

function answered({ held }: AskedStandard, kind: string, figures: readonly Figure[]): Attainment {
  const { standard } = held
  const found = figures.find(
    (figure) =>
      figure.measure === `cohort_within_${standard.most}` &&
      figure.kind === kind &&
      figure.member === standard.serviceId,
  )
  if (!found || (found.value === null && found.missing !== 'hidden')) {
    return missingOf(standard, 'not_measured')
  }
  if (found.value === null) return missingOf(standard, 'hidden')
  const { value, n, interval } = found
  return judged({ standard, value, n, interval })
}

/** One statement for all the promises that held on the same days, which is as good as always all of them. */
async function readMinutes(
  db: Db,
  { book, centreId, audience }: StandardsAsked,
  standards: readonly AskedStandard[],
): Promise<ReadonlyMap<string, Attainment>> {
  const timed = standards.filter(({ held }) => held.standard.measure !== 'answer_days')
  const spans = new Map(timed.map(({ held }) => [`${held.from} ${held.until}`, held]))
  const told: Attainment[] = []
  for (const { from, until } of spans.values()) {
    const counts = await countMinutes(db, {
      administrationId: book.administration.administrationId,
      from,
      until,
      ...(centreId !== null && { centreIds: [centreId] }),
    })
    const together = timed.filter(({ held }) => held.from === from && held.until === until)
    const promised = together.map(({ held }) => held.standard)
    told.push(...attainmentsOf(promised, counts, smallestFor({ audience })))
  }
  return new Map(told.map((each) => [each.standard.standardId, each]))
}

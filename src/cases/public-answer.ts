import type { Db } from '../platform/database/connection.ts'
import type { System } from '../system.ts'
import { findOutcome, getRegimeVersion, inLanguage } from '../regimes/index.ts'
import { findApprovedAnswer, findHandedOverAnswer, type Answer } from './answer-store.ts'
import type { Case } from './case.ts'
import { getCaseById } from './case-store.ts'
import { listContents } from './content-store.ts'
import { personalWords, withoutPersonalWords } from './personal-words.ts'
import { findPerson } from './person-store.ts'

/** An answer as the person of a case reads it. */
export interface PublicAnswer {
  outcome: string
  outcomeLabel: string
  text: string
  measures: string | null
  issuedAt: Date
  /** The one that stands; an earlier one while the case is worked on again; that of the case joined to. */
  from: 'this' | 'before' | 'joined'
}

/** Cases are joined to cases that were joined themselves; longer chains than this are no use to anybody. */
const LONGEST_CHAIN = 5

/**
 * The answer that was handed over last, or could not be: whoever follows the case reads it here. The
 * case that it was joined to answers for it, without a word about the other person.
 */
export async function findPublicAnswer(
  { db }: System,
  item: Case,
  language: string,
): Promise<PublicAnswer | null> {
  const source = await answeringCase(db, item)
  const answer = await findHandedOverAnswer(db, source)
  if (!answer?.decidedAt) return null
  const read = await readAnswer(db, source, answer, language)
  if (source.caseId !== item.caseId) return withoutOtherPerson(db, read, source, item)
  const stands = item.answeredAt !== null && answer.decidedAt >= item.answeredAt
  return { ...read, from: stands ? 'this' : 'before' }
}

/** The answer that the office gave, on its way to the person. */
export async function findIssuedAnswer(
  { db }: System,
  item: Case,
  language: string,
): Promise<PublicAnswer | null> {
  if (item.answeredAt === null) return null
  const answer = await findApprovedAnswer(db, item.administrationId, item.caseId)
  return answer && readAnswer(db, item, answer, language)
}

async function answeringCase(db: Db, item: Case): Promise<Case> {
  let source = item
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const { administrationId, linkedCaseId } = source
    if (!isAnsweredElsewhere(source) || linkedCaseId === null) break
    source = await getCaseById(db, administrationId, linkedCaseId)
  }
  return source
}

function isAnsweredElsewhere({ state, closeReason }: Case): boolean {
  return state === 'consolidated' || closeReason === 'duplicate'
}

async function readAnswer(
  db: Db,
  { administrationId, caseId, kind, regimeCode, regimeVersion }: Case,
  answer: Answer,
  language: string,
): Promise<PublicAnswer> {
  const contents = await listContents(db, administrationId, caseId)
  const body = (id: string | null) =>
    contents.find(({ contentId }) => contentId === id)?.body ?? null
  const regime = await getRegimeVersion(db, regimeCode, regimeVersion)
  const label = findOutcome(regime, kind, answer.outcome)?.label
  return {
    outcome: answer.outcome,
    outcomeLabel: inLanguage(label, language) ?? answer.outcome,
    text: body(answer.bodyContentId) ?? '',
    measures: body(answer.measuresContentId),
    issuedAt: answer.decidedAt ?? answer.submittedAt,
    from: 'this',
  }
}

async function withoutOtherPerson(
  db: Db,
  answer: PublicAnswer,
  source: Case,
  item: Case,
): Promise<PublicAnswer> {
  const theirs = await findPerson(db, source.administrationId, source.caseId)
  const own = personalWords(await findPerson(db, item.administrationId, item.caseId))
  const words = personalWords(theirs).filter((word) => !own.includes(word))
  return {
    ...answer,
    text: withoutPersonalWords(answer.text, words),
    measures: answer.measures && withoutPersonalWords(answer.measures, words),
    from: 'joined',
  }
}

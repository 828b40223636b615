import type { Db } from '../../platform/database/connection.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { isFew } from '../../statistics/index.ts'
import { listScorePairs, SATISFIED_FROM } from '../../surveys/index.ts'
import { listThemesWithin } from '../suggestions/index.ts'
import {
  listCodes,
  listCorpora,
  readCoded,
  type CodedSegment,
  type Corpus,
} from '../words/index.ts'
import { causesOfCases, listCauses } from './cause-store.ts'
import { mean } from './idea.ts'

/** What people said that may stand behind a problem of a service, with the cases that tell it. */
export interface Trouble {
  kind: 'code' | 'cause' | 'theme' | 'driver'
  id: string
  corpusId: string | null
  /** Of a driver its code; of the rest the name that people gave it. */
  name: string
  /** Null where they are too few to be told. */
  n: number | null
  of: number
  severity: number | null
}

export interface TroubleQuestion {
  administrationId: string
  timeZone: string
  centreId: string | null
  /** Null: of all services. */
  serviceId: string | null
  from: PlainDate
  until: PlainDate
}

/** Corpora are coded by hand: the newest few say what there is to say. */
const MOST_CORPORA = 5

/** Codes, causes, themes and drivers of a place and a period, each with how many of how many say so. */
export async function listTroubles(db: Db, question: TroubleQuestion): Promise<Trouble[]> {
  return [
    ...(await troublesOfWords(db, question)),
    ...(await troublesOfThemes(db, question)),
    ...(await troublesOfDrivers(db, question)),
  ]
}

/**
 * The cases of the book that tell one of these, within the place and the period: to know whom to tell what
 * changed. Themes of the machine and surveys name nobody.
 */
export async function listCasesOfTroubles(
  db: Db,
  question: TroubleQuestion,
  troubles: readonly Pick<Trouble, 'kind' | 'id'>[],
): Promise<string[]> {
  const codes = new Set(troubles.filter(({ kind }) => kind === 'code').map(({ id }) => id))
  const ids = new Set(troubles.filter(({ kind }) => kind === 'cause').map(({ id }) => id))
  const causes = (await listCauses(db, question.administrationId)).filter(({ causeId }) =>
    ids.has(causeId),
  )
  const wanted = new Set(causes.map(({ code }) => code))
  const found = new Set<string>()
  for (const { told, causeOf } of await readCorpora(db, question)) {
    for (const { codeId, caseId } of told) {
      if (caseId === null) continue
      if (codes.has(codeId) || wanted.has(causeOf.get(caseId) ?? '')) found.add(caseId)
    }
  }
  return [...found]
}

interface ReadCorpus {
  corpus: Corpus
  told: readonly CodedSegment[]
  /** By case, the code of its cause. */
  causeOf: ReadonlyMap<string, string>
}

async function readCorpora(db: Db, question: TroubleQuestion): Promise<ReadCorpus[]> {
  const { administrationId, from, until } = question
  const corpora = (await listCorpora(db, administrationId)).filter(
    ({ periodFrom, periodUntil, state }) =>
      state === 'ready' && periodFrom <= until && from <= periodUntil,
  )
  const read: ReadCorpus[] = []
  for (const corpus of corpora.slice(0, MOST_CORPORA)) {
    const told = await readTold(db, question, corpus.corpusId)
    const cases = [...new Set(told.map(caseOf))]
    read.push({ corpus, told, causeOf: await causesOfCases(db, administrationId, cases) })
  }
  return read
}

async function troublesOfWords(db: Db, question: TroubleQuestion): Promise<Trouble[]> {
  const { administrationId } = question
  const causes = await listCauses(db, administrationId)
  const troubles: Trouble[] = []
  for (const { corpus, told, causeOf } of await readCorpora(db, question)) {
    const { corpusId, frameId } = corpus
    const codes = await listCodes(db, administrationId, frameId)
    const names = new Map(codes.map(({ codeId, name }) => [codeId, name]))
    const of = new Set(told.map(caseOf)).size
    for (const [id, segments] of grouped(told, ({ codeId }) => codeId)) {
      const name = names.get(id) ?? id
      troubles.push({ ...weigh(segments, of), kind: 'code', id, corpusId, name })
    }
    const caused = told.filter((segment) => causeOf.has(caseOf(segment)))
    for (const [code, segments] of grouped(caused, (one) => causeOf.get(caseOf(one)) ?? '')) {
      const cause = causes.find((each) => each.code === code)
      if (!cause) continue
      const { causeId: id, name } = cause
      troubles.push({ ...weigh(segments, of), kind: 'cause', id, corpusId: null, name })
    }
  }
  return troubles
}

/** How grave what people told of each service was, on average; services of which too few spoke are not there. */
export async function listSeverities(
  db: Db,
  question: Omit<TroubleQuestion, 'serviceId'>,
): Promise<Map<string, { mean: number; n: number }>> {
  const read = await readCorpora(db, { ...question, serviceId: null })
  const told = read.flatMap((corpus) => corpus.told)
  const services = [...new Set(told.flatMap(({ serviceId }) => serviceId ?? []))]
  return new Map(
    services.flatMap((serviceId) => {
      const own = told.filter((segment) => segment.serviceId === serviceId)
      const n = new Set(own.map(caseOf)).size
      if (isFew(n)) return []
      return [[serviceId, { mean: mean(own.map(({ severity }) => severity)), n }] as const]
    }),
  )
}

/** Praise is no trouble; what another service or a time before told is another's. */
async function readTold(
  db: Db,
  { administrationId, timeZone, centreId, serviceId, from, until }: TroubleQuestion,
  corpusId: string,
): Promise<CodedSegment[]> {
  const coded = await readCoded(db, { administrationId, corpusId })
  return coded.filter((segment) => {
    const day = localDate(segment.registeredAt, timeZone)
    return (
      segment.valence <= 0 &&
      day >= from &&
      day <= until &&
      (centreId === null || segment.centreId === centreId) &&
      (serviceId === null || segment.serviceId === null || segment.serviceId === serviceId)
    )
  })
}

function caseOf({ caseId, legacyCaseId, textId }: CodedSegment): string {
  return caseId ?? legacyCaseId ?? textId
}

function grouped(
  segments: readonly CodedSegment[],
  keyOf: (segment: CodedSegment) => string,
): [string, CodedSegment[]][] {
  const groups = new Map<string, CodedSegment[]>()
  for (const segment of segments) {
    const group = groups.get(keyOf(segment))
    if (group) group.push(segment)
    else groups.set(keyOf(segment), [segment])
  }
  return [...groups].toSorted((one, other) => other[1].length - one[1].length)
}

function weigh(
  segments: readonly CodedSegment[],
  of: number,
): Pick<Trouble, 'n' | 'of' | 'severity'> {
  const n = new Set(segments.map(caseOf)).size
  const severity = Math.round(mean(segments.map((segment) => segment.severity)))
  return { n: isFew(n) ? null : n, of, severity }
}

const MOST_THEMES = 6

/** Of the newest stretch of the period that was read; a theme of the machine is of all services and places. */
async function troublesOfThemes(db: Db, question: TroubleQuestion): Promise<Trouble[]> {
  const newest = (await listThemesWithin(db, question.administrationId, question)).at(-1)
  if (!newest) return []
  return newest.themes.slice(0, MOST_THEMES).map(({ themeId, phrases, said }): Trouble => ({
    kind: 'theme',
    id: themeId,
    corpusId: null,
    name: phrases.slice(0, 3).join(', '),
    n: isFew(said) ? null : said,
    of: newest.voices,
    severity: null,
  }))
}

/** How many were not satisfied with a driver, of all who answered. */
async function troublesOfDrivers(db: Db, question: TroubleQuestion): Promise<Trouble[]> {
  const { administrationId, centreId, from, until } = question
  const pairs = await listScorePairs(db, administrationId, { from, until, centreId })
  const tallies = new Map<string, { n: number; of: number }>()
  for (const { driver, score, count } of pairs) {
    const tally = tallies.get(driver) ?? { n: 0, of: 0 }
    tally.of += count
    if (score < SATISFIED_FROM) tally.n += count
    tallies.set(driver, tally)
  }
  return [...tallies]
    .filter(([, { n, of }]) => !isFew(n) && !isFew(of))
    .toSorted((one, other) => other[1].n / other[1].of - one[1].n / one[1].of)
    .map(([driver, { n, of }]) => ({
      kind: 'driver',
      id: driver,
      corpusId: null,
      name: driver,
      n,
      of,
      severity: null,
    }))
}

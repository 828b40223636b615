import type { Request, Response } from 'express'
import { openStaffVisit, type StaffVisit } from '../../../people/index.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import {
  countUndecided,
  getCorpus,
  listCodes,
  reachesWords,
  type Corpus,
} from '../../words/index.ts'
import { finders } from '../findings-policy.ts'
import { readIdeas, type ToldIdea, type Whose } from '../read-ideas.ts'
import { findingsUrls, type FindingsUrls } from './urls.ts'

/** What every page of the findings starts from. */
export interface Room extends StaffVisit {
  corpus: Corpus
  whose: Whose
  urls: FindingsUrls
  ideas: readonly ToldIdea[]
  /** Read otherwise by two, and not decided. */
  undecided: number
  nameOf: (codeId: string) => string
  mayFind: boolean
}

export async function enterRoom(
  system: System,
  request: Request,
  response: Response,
): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { administrationId } = visit.deed
  const corpus = await getCorpus(system.db, administrationId, idIn(request, 'corpusId'))
  const whose = { administrationId, corpusId: corpus.corpusId }
  const codes = await listCodes(system.db, administrationId, corpus.frameId)
  const names = new Map(codes.map(({ codeId, name }) => [codeId, name]))
  return {
    ...visit,
    corpus,
    whose,
    urls: findingsUrls(visit.slug, corpus.corpusId),
    ideas: await readIdeas(system.db, whose),
    undecided: await countUndecided(system.db, whose),
    nameOf: (codeId) => names.get(codeId) ?? codeId,
    mayFind: reachesWords(visit.staff, finders, administrationId),
  }
}

const ROOMS = ['pareto', 'experience', 'quotes', 'causes'] as const

/** What stands at the top of each of the four pages. */
export function roomHead(
  { t, corpus, urls, ideas, undecided }: Room,
  current: (typeof ROOMS)[number],
) {
  return {
    title: t(`findings.${current}.title`),
    lead: t(`findings.${current}.lead`),
    question: corpus.question,
    n: ideas.length,
    undecided,
    agreementUrl: urls.agreement,
    backUrl: urls.corpus,
    rooms: ROOMS.map((name) => ({
      text: t(`findings.${name}.title`),
      href: urls[name],
      current: name === current,
    })),
  }
}

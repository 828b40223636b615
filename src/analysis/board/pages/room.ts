import type { Request, Response } from 'express'
import { openStaffVisit, type StaffVisit } from '../../../people/index.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { getCorpus, reachesWords, type Corpus } from '../../words/index.ts'
import { hands, leaders } from '../board-policy.ts'
import type { Whose } from '../board-store.ts'
import { boardUrls, type BoardUrls } from './urls.ts'

/** What every page of a board starts from. */
export interface Room extends StaffVisit {
  corpus: Corpus
  whose: Whose
  urls: BoardUrls
  mayLead: boolean
  mayWork: boolean
}

export async function enterRoom(
  system: System,
  request: Request,
  response: Response,
): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { staff, deed, slug } = visit
  const { administrationId } = deed
  const corpus = await getCorpus(system.db, administrationId, idIn(request, 'corpusId'))
  return {
    ...visit,
    corpus,
    whose: { administrationId, corpusId: corpus.corpusId },
    urls: boardUrls(slug, corpus.corpusId),
    mayLead: reachesWords(staff, leaders, administrationId),
    mayWork: reachesWords(staff, hands, administrationId),
  }
}

import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import type { SuggestCodes } from '../suggest-codes.ts'
import { suggestFromOwn } from '../suggest-from-own.ts'
import { keepCodersApart } from './words-guard.ts'
import { coders, keepers, readers } from '../words-policy.ts'
import { sendResolution, showAgreement } from './agreement.ts'
import { sendCoding, showCoding } from './coding.ts'
import { sendFrame, sendNewCorpus, showCorpora, showNewCorpus } from './corpora.ts'
import { showCorpus, showTexts } from './corpus.ts'
import { sendChange, sendCode, showFrame } from './frame.ts'
import { sendMask, sendSegments, sendUnmasking, showText } from './text.ts'
import { paths } from './urls.ts'

export const wordsSection: Section = {
  text: 'words.section',
  path: 'palabras',
  roles: readers,
}

/** Reading what people said, with a frame and a second reader. */
export function wordsRoutes(system: System, suggest: SuggestCodes = suggestFromOwn): Router {
  const router = Router()
  const reading = staffOf(...readers)
  const keeping = staffOf(...keepers)
  const coding = staffOf(...coders)
  const apart = keepCodersApart(system)
  addRoutes(router, [
    ['get', paths.corpora, reading, showCorpora(system)],
    ['get', paths.newCorpus, keeping, showNewCorpus(system)],
    ['post', paths.newCorpus, keeping, sendNewCorpus(system)],
    ['post', paths.frames, keeping, sendFrame(system)],
    ['get', paths.frame, reading, showFrame(system)],
    ['post', paths.newCode, keeping, sendCode(system)],
    ['post', paths.code, keeping, sendChange(system)],
    ['get', paths.text, reading, showText(system)],
    ['post', paths.masks, coding, sendMask(system)],
    ['post', paths.unmasking, coding, sendUnmasking(system)],
    ['post', paths.segments, keeping, sendSegments(system)],
    ['get', paths.corpus, reading, showCorpus(system)],
    ['get', paths.texts, reading, showTexts(system)],
    ['get', paths.coding, coding, showCoding(system, suggest)],
    ['post', paths.coding, coding, sendCoding(system, suggest)],
    ['get', paths.agreement, reading, showAgreement(system), apart],
    ['post', paths.resolution, coding, sendResolution(system), apart],
  ])
  return router
}

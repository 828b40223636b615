import { listOwnCodings } from './coding-store.ts'
import { rankCodes } from './rank-codes.ts'
import type { SuggestCodes } from './suggest-codes.ts'

const LEARNT_FROM = 300

/** From what this coder coded so far, and from nobody else's. */
export const suggestFromOwn: SuggestCodes = async (db, { coderId, text, ...whose }) =>
  rankCodes(await listOwnCodings(db, whose, coderId, LEARNT_FROM), text)

import { countGatheredTexts, forgetGathered } from '../analysis/index.ts'
import { clearErasedFiles } from '../attachments/index.ts'
import { countLooks, eraseLooks } from '../audit/index.ts'
import { countPeopleAttended, erasePeopleAttended } from '../attentions/index.ts'
import {
  countEndedCases,
  eraseEndedCase,
  listCasesToForget,
  type Forgotten,
} from '../cases/index.ts'
import { countOldSetAside, dismissOldSetAside } from '../channels/index.ts'
import { countSettledRequests, eraseSettledRequests } from '../data-requests/index.ts'
import { countLegacyCases, eraseLegacyBefore } from '../imports/index.ts'
import { countSettledNotices, forgetLetters } from '../notices/index.ts'
import type { HoldingCode } from '../regimes/index.ts'
import { countComments, deleteComments } from '../surveys/index.ts'
import { inTransaction } from '../platform/database/connection.ts'
import type { Holding } from './holding.ts'

/** What has a term, in the order in which it is shown; identity goes before the rest of a case. */
export const holdings: readonly Holding[] = [
  ofCases('cases', 'content'),
  ofCases('identity', 'identity'),
  {
    code: 'older_books',
    byKind: false,
    count: (db, of, stretch) => countLegacyCases(db, of.administrationId, stretch),
    erase: ({ db }, of, batch) => eraseLegacyBefore(db, of.administrationId, batch),
  },
  {
    code: 'coded_texts',
    byKind: false,
    count: (db, of, stretch) => countGatheredTexts(db, of.administrationId, stretch),
    erase: ({ db }, of, batch) => forgetGathered(db, of.administrationId, batch),
  },
  {
    code: 'survey_comments',
    byKind: false,
    count: (db, of, stretch) => countComments(db, of.administrationId, stretch),
    erase: ({ db }, of, batch) => deleteComments(db, of.administrationId, batch),
  },
  {
    code: 'attention_register',
    byKind: false,
    count: (db, of, stretch) => countPeopleAttended(db, of.administrationId, stretch),
    erase: ({ db }, of, batch) => erasePeopleAttended(db, of.administrationId, batch),
  },
  {
    code: 'data_requests',
    byKind: false,
    count: (db, of, stretch) => countSettledRequests(db, of.administrationId, stretch),
    erase: ({ db }, of, batch) => eraseSettledRequests(db, of.administrationId, batch),
  },
  {
    code: 'set_aside',
    byKind: false,
    count: (db, of, stretch) => countOldSetAside(db, of.administrationId, stretch),
    erase: ({ db }, of, batch) => dismissOldSetAside(db, of.administrationId, batch),
  },
  {
    code: 'letters',
    byKind: false,
    count: (db, of, stretch) => countSettledNotices(db, of.administrationId, stretch),
    erase: (system, of, batch) => forgetLetters(system, of.administrationId, batch),
  },
  {
    code: 'looks',
    byKind: false,
    count: (db, of, stretch) => countLooks(db, of.administrationId, stretch),
    erase: ({ db }, of, batch) =>
      inTransaction(db, (tx) => eraseLooks(tx, of.administrationId, batch)),
  },
]

export function getHolding(code: HoldingCode): Holding {
  const found = holdings.find((holding) => holding.code === code)
  if (!found) throw new Error(`nothing is kept as ${code}`)
  return found
}

function ofCases(code: HoldingCode, what: Forgotten): Holding {
  return {
    code,
    byKind: true,
    count: (db, of, stretch) => countEndedCases(db, { ...of, what }, stretch),
    async erase(system, of, batch) {
      const numbers = await listCasesToForget(system.db, { ...of, what }, batch)
      let gone = 0
      // one transaction each: whoever works on another case never waits
      for (const caseNumber of numbers) {
        const ref = { administrationId: of.administrationId, caseNumber }
        const order = { what, endedBefore: batch.beganAt }
        if (await eraseEndedCase(system, ref, order, batch.now)) gone += 1
      }
      await clearErasedFiles(system)
      return gone
    },
  }
}

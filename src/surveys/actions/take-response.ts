import { inTransaction } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import type { FurtherAnswers } from '../response-input.ts'
import {
  completeResponse,
  insertFurtherAnswers,
  insertResponse,
  type NewResponse,
} from '../response-store.ts'

/** The first page of the survey: it counts from here on, whether or not more follows. */
export async function takeResponse(
  { db }: Pick<System, 'db'>,
  response: NewResponse,
): Promise<void> {
  await inTransaction(db, (tx) => insertResponse(tx, response))
}

/** The second page, once: sent again, it changes nothing. */
export async function takeFurtherAnswers(
  { db }: Pick<System, 'db'>,
  response: Pick<NewResponse, 'administrationId' | 'responseId' | 'campaignId'>,
  answers: FurtherAnswers,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (await completeResponse(tx, response)) await insertFurtherAnswers(tx, response, answers)
  })
}

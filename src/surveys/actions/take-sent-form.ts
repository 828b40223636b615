import { inTransaction } from '../../platform/database/connection.ts'
import { TooMany } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { passHash, type FormPass } from '../form-pass.ts'
import { countInHour, spendForm } from '../limit-store.ts'
import { insertResponse, type NewResponse } from '../response-store.ts'

/** More than an office can serve in an hour; whoever wants more of them sends them by a script. */
export const HOURLY_CEILING = 500

const HOUR_MS = 3_600_000

/**
 * The first page of the survey from anybody at all: each form counts once, and a campaign takes so many an
 * hour. Neither needs to know who sends, so neither keeps an address.
 */
export async function takeSentForm(
  { db }: Pick<System, 'db'>,
  pass: FormPass,
  response: Omit<NewResponse, 'responseId'>,
  now: Date,
): Promise<void> {
  const hourStart = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS
  await inTransaction(db, async (tx) => {
    const form = { hash: passHash(pass), expiresAt: pass.expiresAt }
    if (!(await spendForm(tx, form, now))) return
    const within = { hour: new Date(hourStart), ceiling: HOURLY_CEILING }
    if (!(await countInHour(tx, response, within))) {
      throw new TooMany(Math.ceil((hourStart + HOUR_MS - now.getTime()) / 1000))
    }
    await insertResponse(tx, { ...response, responseId: pass.responseId })
  })
}

import type { System } from '../../system.ts'
import { deleteDraftsSavedBefore } from '../draft-store.ts'
import { DRAFT_DAYS } from '../filing-answers.ts'

const DAY_MS = 24 * 3_600_000

/** Erases what was begun and never sent, and the traces of what was. */
export function expireDrafts({ db }: Pick<System, 'db'>, now: Date): Promise<number> {
  return deleteDraftsSavedBefore(db, new Date(now.getTime() - DRAFT_DAYS * DAY_MS))
}

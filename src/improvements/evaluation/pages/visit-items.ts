import { z } from 'zod'
import { isPlainDate } from '../../../platform/dates.ts'
import { Invalid, NotFound } from '../../../platform/errors.ts'
import { readBase64url, type BoxKeys } from '../../../platform/hpke/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { takeVisitItem } from '../actions/take-visit-item.ts'
import { takeVisitPhoto } from '../actions/take-visit-photo.ts'
import { NOTE_KINDS } from '../evaluation.ts'
import { FOUND_STATES, openNote, openPhoto, type ItemOfVisit } from '../tablet/index.ts'
import { findVisitKey } from '../visit-key.ts'
import { openVisit, type OpenedVisit } from './open-visit.ts'

const LONGEST_NOTE = 4000
/** The table of the book's hours begins and ends somewhere. */
const EARLIEST = Date.parse('2000-01-01')

const sealedItem = z.object({
  evaluationId: z.uuid(),
  id: z.uuid(),
  key: z.int(),
  sealed: z.string().min(1),
})

const sealedPhoto = sealedItem.extend({
  elementId: z.string().min(1).max(60),
  takenOn: z.string().refine(isPlainDate),
})

const note = z.object({
  v: z.literal(1),
  copyId: z.uuid(),
  elementId: z.string().min(1).max(60).nullable(),
  kind: z.enum(NOTE_KINDS),
  state: z.enum(FOUND_STATES).nullable(),
  words: z.string().trim().max(LONGEST_NOTE),
  revision: z.int().min(0),
  madeAt: z.coerce.date().refine((at) => at.getTime() > EARLIEST),
})

/** One note of a tablet. Whoever else is signed in cannot send it as theirs: the seal names who wrote it. */
export function takeNoteOfTablet(system: System): Page {
  return async (request, response) => {
    const { id, key, sealed, evaluationId } = understood(sealedItem, request.body)
    const visit = await openVisit(system, response, evaluationId)
    const item = itemOf(visit, id)
    const opened = open(system, visit, { key, sealed }, (keys, bytes) =>
      openNote(keys, item, bytes),
    )
    const { v: _, ...said } = understood(note, opened)
    const { deed } = visit
    // a clock that runs ahead moves nothing into the future
    const madeAt = said.madeAt > deed.at ? deed.at : said.madeAt
    const taken = await takeVisitItem(system, deed, evaluationId, { ...said, itemId: id, madeAt })
    response.json({ id, ...taken })
  }
}

export function takePhotoOfTablet(system: System): Page {
  return async (request, response) => {
    const sent = understood(sealedPhoto, request.body)
    const { id, elementId, takenOn } = sent
    const visit = await openVisit(system, response, sent.evaluationId)
    const photo = { ...itemOf(visit, id), elementId, takenOn }
    const bytes = open(system, visit, sent, (keys, sealed) => openPhoto(keys, photo, sealed))
    const caption = visit.t('improvements-visit.photo.caption', { id: elementId })
    await takeVisitPhoto(system, visit, visit.evaluation, {
      ...{ photoId: id, elementId, takenOn, caption, bytes },
    })
    response.json({ id })
  }
}

function itemOf({ deed, evaluation }: OpenedVisit, id: string): ItemOfVisit {
  return { accountId: deed.accountId, evaluationId: evaluation.evaluationId, id }
}

function understood<T>(shape: z.ZodType<T>, sent: unknown): T {
  const { success, data } = shape.safeParse(sent)
  if (!success) throw new Invalid([{ field: 'sealed', code: 'invalid' }])
  return data
}

/** What does not open was sealed by another account, for another visit, or for no key of ours. */
function open<T>(
  system: System,
  { deed }: OpenedVisit,
  { key, sealed }: { key: number; sealed: string },
  read: (keys: BoxKeys, bytes: Uint8Array) => T,
): T {
  const keys = findVisitKey(system, deed.administrationId, key)
  const bytes = readBase64url(sealed)
  if (!keys || !bytes) throw new NotFound()
  try {
    return read(keys, bytes)
  } catch {
    throw new Invalid([{ field: 'sealed', code: 'invalid' }])
  }
}

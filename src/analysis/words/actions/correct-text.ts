import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { maskMore, moveSpan, unmask, type CorrectedMask } from '../correct-mask.ts'
import type { CorpusText, MaskKind } from '../corpus.ts'
import type { Span } from '../segment.ts'
import { deleteSegments, insertSegments, listSegments, updateSegment } from '../segment-store.ts'
import { readSegmentLines } from '../suggest-segments.ts'
import { lockText, updateMasked, updateSegmented } from '../text-store.ts'
import { insertCorrection, type MaskCorrection } from '../mask-correction-store.ts'
import { readWordPack } from '../word-pack.ts'

type Ground = Pick<System, 'db'>

/** The text that was on the page, at its version: who saw an older one is told so. */
export interface SeenText {
  textId: string
  seen: number
}

/** Hides these words wherever they stand in the text. */
export async function hideWords(
  { db }: Ground,
  deed: StaffDeed,
  { textId, seen, words, kind }: SeenText & { words: string; kind: MaskKind },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const text = await lockAsSeen(tx, deed, { textId, seen })
    const { labels } = await readWordPack(text.language)
    let found = findWords(text, words, 0)
    if (!found) throw new Invalid([{ field: 'words', code: 'not_there' }])
    let now: CorpusText = text
    while (found) {
      const corrected = maskMore(now, found, { kind, label: labels[kind] })
      now = await keepMask(tx, deed, now, corrected, { change: 'masked', kind })
      found = findWords(now, words, corrected.replaced.start + corrected.replaced.by)
    }
  })
}

function findWords({ masked }: CorpusText, words: string, from: number): Span | null {
  const start = masked.indexOf(words, from)
  return words === '' || start < 0 ? null : { start, end: start + words.length }
}

/** Shows again what was hidden by mistake, for whoever knows the original. */
export async function showAgain(
  { db }: Ground,
  deed: StaffDeed,
  { textId, seen, mask, original }: SeenText & { mask: number; original: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const text = await lockAsSeen(tx, deed, { textId, seen })
    const hidden = text.masks[mask]
    if (!hidden) throw new WrongState()
    const corrected = unmask(text, hidden, original)
    await keepMask(tx, deed, text, corrected, { change: 'unmasked', kind: hidden.kind })
  })
}

async function keepMask(
  tx: Tx,
  deed: StaffDeed,
  text: CorpusText,
  { masked, masks, replaced }: CorrectedMask,
  what: Pick<MaskCorrection, 'change' | 'kind'>,
): Promise<CorpusText> {
  const { administrationId, accountId, at } = deed
  const version = text.version + 1
  for (const segment of await listSegments(tx, administrationId, text.textId)) {
    const moved = moveSpan(segment, replaced)
    if (moved) await updateSegment(tx, administrationId, moved)
    else if (segment.coders === 0) await deleteSegments(tx, administrationId, [segment.segmentId])
    else throw new Invalid([{ field: 'words', code: 'coded' }])
  }
  await updateMasked(tx, administrationId, text.textId, {
    masked,
    masks,
    version,
    at,
    by: accountId,
  })
  const { start, end } = replaced
  const correction = { ...what, version, start, end, at, by: accountId }
  await insertCorrection(tx, administrationId, text.textId, correction)
  const details = { textId: text.textId, version, change: what.change, kind: what.kind }
  await recordChange(tx, { ...deed, action: 'mask_corrected', details })
  return { ...text, masked, masks, version }
}

/** Cuts a text anew, one segment on each line. What somebody coded stays as it is. */
export async function cutText(
  { db }: Ground,
  deed: StaffDeed,
  { textId, seen, lines }: SeenText & { lines: string },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const text = await lockAsSeen(tx, deed, { textId, seen })
    const spans = readSegmentLines(text.masked, lines)
    if (!spans) throw new Invalid([{ field: 'lines', code: 'words_changed' }])
    const before = await listSegments(tx, administrationId, textId)
    const same = (one: Span) => (other: Span) => one.start === other.start && one.end === other.end
    const gone = before.filter((segment) => !spans.some(same(segment)))
    if (gone.some(({ coders }) => coders > 0)) {
      throw new Invalid([{ field: 'lines', code: 'coded' }])
    }
    await deleteSegments(
      tx,
      administrationId,
      gone.map(({ segmentId }) => segmentId),
    )
    for (const [index, span] of spans.entries()) {
      const position = index + 1
      const kept = before.find(same(span))
      if (kept) await updateSegment(tx, administrationId, { ...kept, position })
      else {
        const segment = { ...span, of: text, segmentId: randomUUID(), position }
        await insertSegments(tx, administrationId, [segment])
      }
    }
    const version = text.version + 1
    await updateSegmented(tx, administrationId, textId, { version, at, by: accountId })
  })
}

async function lockAsSeen(
  tx: Tx,
  { administrationId }: StaffDeed,
  { textId, seen }: SeenText,
): Promise<CorpusText> {
  const text = await lockText(tx, administrationId, textId)
  if (text.version !== seen) throw new WrongState()
  return text
}

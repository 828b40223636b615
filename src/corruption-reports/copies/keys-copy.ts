import { join } from 'node:path'
import { openDataFolder } from '../../platform/data-folder.ts'
import { daysBetween, isPlainDate, localDate, type PlainDate } from '../../platform/dates.ts'
import { CannotStart } from '../../platform/errors.ts'
import { holdRing, inWholeSealedTransaction } from '../sealed-store.ts'
import type { OpenSealed, Sealed } from '../sealed-database.ts'
import {
  appendErasures,
  decodeErasures,
  encodeErasures,
  erasureListPath,
  readErasures,
} from '../shred/erasure-list.ts'
import { writeRing } from '../shred/keep-ring.ts'
import { KEY_BYTES, PAGE_BYTES, readWholeRing } from '../shred/ring-file.ts'
import { countTakenSlots } from '../taken-slot-store.ts'

/** A copy of the keys is destroyed after so many days: until then it can undo an erasure. */
export const KEYS_KEPT_DAYS = 7
const DAY_CHARACTERS = 10

/** The day (10) ‖ the length of the ring (4) ‖ the ring ‖ the list of erasures. To be encrypted by the caller. */
export function copyKeys({ db, ring }: OpenSealed, now: Date): Promise<Buffer> {
  return inWholeSealedTransaction(db, async (rows) => {
    await holdRing(rows)
    const keys = readWholeRing(ring.path)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(keys.length)
    const erased = encodeErasures(readErasures(erasureListPath(ring.folder)))
    return Buffer.concat([Buffer.from(localDate(now, 'UTC')), length, keys, erased])
  })
}

export interface KeysCopy {
  madeOn: PlainDate
  keys: Buffer
  erased: Buffer
}

export function parseKeysCopy(bytes: Buffer): KeysCopy {
  const madeOn = bytes.toString('latin1', 0, DAY_CHARACTERS)
  const start = DAY_CHARACTERS + 4
  if (bytes.length < start || !isPlainDate(madeOn))
    throw new CannotStart('This is no copy of keys.')
  const end = start + bytes.readUInt32BE(DAY_CHARACTERS)
  const keys = bytes.subarray(start, end)
  if (keys.length === 0 || keys.length % PAGE_BYTES !== 0 || end > bytes.length) {
    throw new CannotStart('This copy of keys is damaged.')
  }
  return { madeOn, keys, erased: bytes.subarray(end) }
}

/** An older copy could bring back what was erased since, of which no list may be left. */
export function refuseOldKeys({ madeOn }: KeysCopy, now: Date): void {
  const days = daysBetween(madeOn, localDate(now, 'UTC'))
  if (days <= KEYS_KEPT_DAYS) return
  throw new CannotStart(
    `This copy of the keys is ${days} days old; copies are kept ${KEYS_KEPT_DAYS} days. ` +
      'If there is no newer one, --old takes it: reports erased since then could be read again.',
  )
}

/** Only where no report uses the keys that are here. Whatever either list says was erased stays erased. */
export async function bringKeysBack(
  { sealed, dataDir, now }: { sealed: Sealed; dataDir: string; now: Date },
  copy: KeysCopy,
): Promise<void> {
  await refuseUnlessUnused(sealed)
  const folder = openDataFolder(dataDir, 'sealed')
  const list = erasureListPath(folder)
  const known = new Set(readErasures(list).map(({ shredSlot }) => shredSlot))
  const missing = decodeErasures(copy.erased).filter(({ shredSlot }) => !known.has(shredSlot))
  appendErasures(list, missing)
  const keys = Buffer.from(copy.keys)
  for (const { shredSlot } of readErasures(list)) {
    keys.fill(0, shredSlot * KEY_BYTES, (shredSlot + 1) * KEY_BYTES)
  }
  writeRing(join(folder, 'ring'), keys, new Date(`${localDate(now, 'UTC')}T00:00:00Z`))
}

async function refuseUnlessUnused(sealed: Sealed): Promise<void> {
  if (!sealed.open) {
    if (sealed.reason === 'ring_missing') return
    throw new CannotStart(
      `The sealed part is closed (${sealed.reason}): see npm run libro -- doctor`,
    )
  }
  const used = await inWholeSealedTransaction(sealed.db, countTakenSlots)
  if (used > 0) throw new CannotStart('Reports use the keys that are here; they are not replaced.')
}

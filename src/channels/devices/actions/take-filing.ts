import { randomUUID } from 'node:crypto'
import { getBookRulesById, type BookRules } from '../../../administrations/index.ts'
import { Invalid } from '../../../platform/errors.ts'
import { readBase64url } from '../../../platform/hpke/index.ts'
import type { System } from '../../../system.ts'
import { listFileHashes } from '../device-file-store.ts'
import {
  findFiling,
  insertFiling,
  isIdKnown,
  isSequenceTaken,
  updateTries,
} from '../device-filing-store.ts'
import { findContactBefore, findContactKnowing } from '../device-contact-store.ts'
import type { DeviceFiling } from '../device-filing.ts'
import { handedOverAt } from '../device-time.ts'
import type { Device } from '../device.ts'
import { contentHash, type Envelope } from '../envelope.ts'
import { openItem } from '../open-item.ts'
import { fileOrSetAside } from './file-or-set-aside.ts'

export type TakenFiling =
  { missingFiles: number[] } | { item: DeviceFiling; trackingToken: string | null; isNew: boolean }

/**
 * Takes what a tablet sends: stores the envelope, then makes a case of it or sets it aside for a person.
 * The same envelope again, also one that was left half-way, ends in the same case.
 */
export async function takeFiling(
  system: System,
  device: Device,
  envelope: Envelope,
  now: Date,
): Promise<TakenFiling> {
  const rules = await getBookRulesById(system, device.administrationId, now)
  const hash = contentHash(envelope)
  const known = await findFiling(system.db, device, envelope.id, hash)
  if (known && known.outcome !== 'received')
    return taken(system, device, rules, known, envelope, false)
  if (known) await updateTries(system.db, known)
  else {
    const missingFiles = await listMissing(system, device, envelope)
    if (missingFiles.length > 0) return { missingFiles }
    await store(system, device, envelope, hash, now)
  }
  const item = await reread(system, device, envelope, hash)
  if (item.outcome === 'received') await fileOrSetAside(system, device, rules, item, now)
  const settled = await reread(system, device, envelope, hash)
  return taken(system, device, rules, settled, envelope, true)
}

async function listMissing({ db }: System, device: Device, { id, files }: Envelope) {
  if (files.length === 0 || (await isIdKnown(db, device, id))) return []
  const there = await listFileHashes(db, device, id)
  return files
    .filter(({ n, sha256 }) => !there.some((one) => one.n === n && one.sha256.equals(hex(sha256))))
    .map(({ n }) => n)
}

const hex = (text: string) => Buffer.from(text, 'hex')

async function store(
  { db }: System,
  device: Device,
  envelope: Envelope,
  hash: Buffer,
  now: Date,
): Promise<void> {
  const { administrationId, deviceId } = device
  const sealed = readBase64url(envelope.sealed)
  if (sealed === null) throw new Invalid([{ field: '/sealed', code: 'not_valid' }])
  const row = {
    administrationId,
    deviceId,
    itemId: randomUUID(),
    filingId: envelope.id,
    sequence: envelope.sequence,
    keyId: envelope.keyId,
    sealed: Buffer.from(sealed),
    contentHash: hash,
    madeClock: envelope.madeAt,
    sentClock: envelope.clock,
    receivedAt: now,
    handedOverAt: await boundTime(db, device, envelope, now),
  }
  if (await insertFiling(db, { ...row, isRepeat: false, outcome: 'received', reason: null })) return
  // a twin of this request was faster, or the id is another filing's
  await insertFiling(db, { ...row, isRepeat: true, outcome: 'set_aside', reason: 'id_reused' })
}

async function boundTime(
  db: System['db'],
  device: Device,
  { sequence, madeAt, clock }: Envelope,
  now: Date,
): Promise<Date> {
  const isTwice = await isSequenceTaken(db, device, sequence)
  return handedOverAt(madeAt, {
    after: await findContactBefore(db, device, isTwice ? null : sequence),
    before: isTwice ? null : await findContactKnowing(db, device, sequence),
    arrival: { at: now, clock },
  })
}

async function reread({ db }: System, device: Device, { id }: Envelope, hash: Buffer) {
  const item = await findFiling(db, device, id, hash)
  if (!item) throw new Error('what a tablet sent was stored and is not there')
  return item
}

function taken(
  system: System,
  device: Device,
  rules: BookRules,
  item: DeviceFiling,
  envelope: Envelope,
  isNew: boolean,
): TakenFiling {
  // what was settled is not kept; who sends it brings it along
  const sealed = readBase64url(envelope.sealed)
  const brought = { ...item, sealed: sealed && Buffer.from(sealed) }
  const opened =
    item.outcome === 'filed'
      ? openItem(system, device, rules.administration.bookCode, brought)
      : null
  return { item, trackingToken: opened?.trackingToken ?? null, isNew }
}

import { createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  fstatSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { addDays, daysBetween } from '../../platform/dates.ts'
import type { Erasure } from '../erasure-store.ts'

/**
 * What was erased, beside the ring and only ever added to, so that a restore can erase it again:
 * administration (16) ‖ report (16) ‖ slot (4) ‖ day (4) ‖ the first 8 bytes of their SHA-256.
 */
const RECORD_BYTES = 48
const BODY_BYTES = 40
const DAY_ZERO = '2000-01-01'

export function erasureListPath(folder: string): string {
  return join(folder, 'erasures')
}

/** On the disk when this returns. Whoever calls it holds the ring. */
export function appendErasures(path: string, erasures: readonly Erasure[]): void {
  const file = openSync(path, 'a+', 0o600)
  try {
    // what a crash cut short was not erased yet, and comes again
    ftruncateSync(file, wholeRecords(fstatSync(file).size))
    const bytes = encodeErasures(erasures)
    if (writeSync(file, bytes) !== bytes.length) throw new Error('the list of erasures was cut')
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

export function readErasures(path: string): Erasure[] {
  try {
    return decodeErasures(readFileSync(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

export function encodeErasures(erasures: readonly Erasure[]): Buffer {
  return Buffer.concat(erasures.map(encodeErasure))
}

export function decodeErasures(bytes: Buffer): Erasure[] {
  const erasures: Erasure[] = []
  for (let at = 0; at < wholeRecords(bytes.length); at += RECORD_BYTES) {
    const body = bytes.subarray(at, at + BODY_BYTES)
    if (!checkOf(body).equals(bytes.subarray(at + BODY_BYTES, at + RECORD_BYTES))) {
      throw new Error('the list of erasures is damaged')
    }
    erasures.push(decodeErasure(body))
  }
  return erasures
}

const wholeRecords = (bytes: number) => Math.floor(bytes / RECORD_BYTES) * RECORD_BYTES

function encodeErasure(erasure: Erasure): Buffer {
  const body = Buffer.alloc(BODY_BYTES)
  Buffer.from(erasure.administrationId.replaceAll('-', ''), 'hex').copy(body, 0)
  body.set(erasure.reportId, 16)
  body.writeUInt32BE(erasure.shredSlot, 32)
  body.writeUInt32BE(daysBetween(DAY_ZERO, erasure.erasedOn), 36)
  return Buffer.concat([body, checkOf(body)])
}

function decodeErasure(body: Buffer): Erasure {
  const hex = body.toString('hex', 0, 16)
  return {
    administrationId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    reportId: Buffer.from(body.subarray(16, 32)),
    shredSlot: body.readUInt32BE(32),
    erasedOn: addDays(DAY_ZERO, body.readUInt32BE(36)),
  }
}

function checkOf(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest().subarray(0, 8)
}

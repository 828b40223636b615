import {
  envelopeToJson,
  type EnvelopeJson,
  newReceiptBits,
  type Random,
  type ReportToSeal,
  sealReport,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { post } from './post.ts'

export interface Sent {
  bits: Uint8Array
  contentHash: Uint8Array
}

/** Sends a report; trying again sends the same envelope, and another text gets other words. */
export function reportSender(api: string, random: Random, hash: (bytes: Uint8Array) => Uint8Array) {
  let last: (Sent & { of: string; envelope: EnvelopeJson; key: string }) | null = null
  return async (report: Omit<ReportToSeal, 'receipt'>): Promise<Sent> => {
    const { directory, ...rest } = report
    const of = JSON.stringify([rest, directory.seq])
    if (last?.of !== of) {
      const bits = newReceiptBits(random)
      const envelope = sealReport({ ...report, receipt: bits }, random)
      last = {
        of,
        bits,
        contentHash: hash(envelope.content),
        envelope: envelopeToJson(envelope),
        key: crypto.getRandomValues(new Uint32Array(4)).join('-'),
      }
    }
    await post(api, { envelope: last.envelope }, { 'Idempotency-Key': last.key })
    return last
  }
}

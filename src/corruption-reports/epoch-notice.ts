import { z } from 'zod'
import { fromBase64url, toBase64url, type EpochNotice } from './sealing/index.ts'

/** How the notice of a new epoch is kept until the reporter comes back: as it travels. */
export const epochNoticeJson = z.strictObject({
  by: z.string().min(1),
  box: z.base64url(),
  signature: z.base64url(),
})
export type EpochNoticeJson = z.infer<typeof epochNoticeJson>

export function noticeFromJson({ by, box, signature }: EpochNoticeJson): EpochNotice {
  return { by, box: fromBase64url(box), signature: fromBase64url(signature) }
}

export function writeNotice({ by, box, signature }: EpochNotice): Buffer {
  const json = { by, box: toBase64url(box), signature: toBase64url(signature) }
  return Buffer.from(JSON.stringify(json))
}

export function readNotice(stored: Uint8Array): EpochNoticeJson {
  return epochNoticeJson.parse(JSON.parse(Buffer.from(stored).toString()))
}

import { z } from 'zod'
import { Invalid } from '../../../platform/errors.ts'
import { epochNoticeJson } from '../../epoch-notice.ts'
import type { EpochJson } from '../../sealing/index.ts'
import { isReportAct } from '../report-rules.ts'
import type { ReportActCode } from '../report-states.ts'

/** What the officers' client sends: ids, boxes and signatures as base64url; nothing readable. */

export const bytes = (length?: number) =>
  z
    .base64url()
    .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')))
    .refine((value) => length === undefined || value.length === length)

const reportId = bytes(16)
const signature = bytes(64)
const seq = z.int().min(1)
const message = z.object({ seq, blob: bytes() })

export const readInput = z.object({
  reports: z.array(z.object({ id: reportId, proof: signature })).max(50),
})

export const actInput = z.object({
  id: reportId,
  seq,
  act: z.custom<ReportActCode>(isReportAct),
  words: bytes().nullable(),
  signature,
  conclusion: z
    .object({ category: z.string(), outcome: z.string(), anonymous: z.boolean() })
    .nullable(),
  until: z.iso.date().nullable(),
  message: message.nullable(),
})

export const messageInput = z.object({ id: reportId, ...message.shape, signature })

export const partInput = z.object({
  id: reportId,
  proof: signature,
  upload: bytes(16),
  part: z.int().min(0),
})

export const epochInput = z.object({
  id: reportId,
  seq,
  sealed: z.custom<EpochJson>((value) => typeof value === 'object' && value !== null),
  notice: epochNoticeJson,
  words: bytes(),
  signature,
})

const reader = { id: reportId, seq, member: z.string().min(1), signature }
const slot = z.object({ member: z.string().min(1), box: z.string() })
const wrapped = z.object({ epoch: z.int().min(1), box: z.string(), recovery: z.array(slot) })
export const wrapInput = z.object({ ...reader, epochs: z.array(wrapped).min(1) })
export const approvalInput = z.object(reader)

export const identityInput = z.object({
  id: reportId,
  seq,
  request: bytes(16),
  requester: z.string().min(1),
  reason: bytes(),
  signature,
})

/** A client of ours sends nothing else: what does not fit is refused as a whole. */
export function readInputOf<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  throw new Invalid(
    read.error.issues.map(({ path }) => ({ field: `/${path.join('/')}`, code: 'invalid' })),
  )
}

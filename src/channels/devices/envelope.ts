import { createHash } from 'node:crypto'
import { z } from 'zod'
import { problemsOf } from '../../cases/index.ts'
import { Invalid } from '../../platform/errors.ts'
import { canonicalJson } from '../../ledger/index.ts'

export const MOST_FILES = 5
/** As the tablet shrinks its pictures, with room to spare; what HPKE adds comes on top. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024
export const LONGEST_SEALED = 200_000

/** As the interface takes and gives ids: in small letters. */
export const filingId = z
  .string()
  .regex(/^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)

const FIRST = Date.UTC(1970, 0, 1)
const LAST = Date.UTC(2999, 11, 31)

/** A tablet's clock may say anything; years that no calendar of ours knows are the nearest that it does. */
export const tabletTime = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(Math.min(Math.max(Date.parse(text), FIRST), LAST)))

export const filingNumber = z.number().int().min(1).max(999_999_999)

const envelopeInput = z.object({
  id: filingId,
  sequence: filingNumber,
  clock: tabletTime,
  madeAt: tabletTime,
  keyId: z.string().min(1).max(20),
  sealed: z
    .string()
    .min(1)
    .max(LONGEST_SEALED)
    .regex(/^[\w-]+$/),
  files: z
    .array(
      z.object({
        n: z.number().int().min(1).max(MOST_FILES),
        bytes: z.number().int().min(1).optional(),
        sha256: z.string().regex(/^[\da-f]{64}$/),
      }),
    )
    .max(MOST_FILES)
    .default([]),
})
export type Envelope = z.output<typeof envelopeInput>

const surveyInput = envelopeInput
  .pick({ id: true, clock: true, madeAt: true, keyId: true })
  .extend({
    sealed: z
      .string()
      .min(1)
      .max(20_000)
      .regex(/^[\w-]+$/),
  })
export type SurveyEnvelope = z.output<typeof surveyInput>

export function parseSurvey(body: unknown): SurveyEnvelope {
  return parse(surveyInput, body)
}

export function parseEnvelope(body: unknown): Envelope {
  return parse(envelopeInput, body)
}

const contactInput = z.object({
  clock: tabletTime,
  lastSequence: z.number().int().min(0).max(999_999_999),
  waiting: z.number().int().min(0).max(1_000_000).default(0),
  waitingSince: tabletTime.nullish(),
})

export function parseContact(body: unknown) {
  return parse(contactInput, body)
}

const enrolmentInput = z.object({ code: z.string().min(1).max(40), clock: tabletTime })

export function parseEnrolment(body: unknown) {
  return parse(enrolmentInput, body)
}

function parse<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const result = schema.safeParse(body, { reportInput: true })
  if (!result.success) throw new Invalid(problemsOf(result.error))
  return result.data
}

/** What makes two sendings the same; the time of sending is not part of it. */
export function contentHash({ sequence, madeAt, keyId, sealed, files }: Envelope): Buffer {
  const content = {
    sequence,
    madeAt: madeAt.toISOString(),
    keyId,
    sealed,
    files: files.map(({ n, sha256 }) => [n, sha256]),
  }
  return createHash('sha256').update(canonicalJson(content)).digest()
}
